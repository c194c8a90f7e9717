package jp.renkei.routing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that goes away, or keeps to itself what became of a commit, as the test says. */
public class BrittleLedger implements BeanPostProcessor {

  /** What is wrong with it. */
  public enum Fault {
    NONE,
    /** The writer gets no connection; whoever reads does. */
    NO_WRITING,
    /** Nobody gets a connection. */
    AWAY,
    /** The writer's commits are made, and it is not told. */
    COMMIT_UNKNOWN
  }

  private final AtomicInteger refusals = new AtomicInteger();
  private volatile Fault fault = Fault.NONE;

  public void become(Fault next) {
    refusals.set(0);
    fault = next;
  }

  /** How often the fault was met since it began. */
  int refusals() {
    return refusals.get();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource real ? new Brittle(real) : bean;
  }

  private static boolean onWriter() {
    return Thread.currentThread().getName().equals("renkei-ledger-writer");
  }

  private final class Brittle extends DelegatingDataSource {

    Brittle(DataSource real) {
      super(real);
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (fault == Fault.AWAY || fault == Fault.NO_WRITING && onWriter()) {
        refusals.incrementAndGet();
        throw new SQLTransientConnectionException("the database is away");
      }
      Connection real = super.getConnection();
      return onWriter() ? silent(real) : real;
    }

    private Connection silent(Connection real) {
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                try {
                  Object result = method.invoke(real, arguments);
                  if (fault == Fault.COMMIT_UNKNOWN && method.getName().equals("commit")) {
                    refusals.incrementAndGet();
                    throw new SQLException("the line broke while it committed", "08007");
                  }
                  return result;
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }
}
