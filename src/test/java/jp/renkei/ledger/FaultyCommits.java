package jp.renkei.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import jp.renkei.ledger.LedgerStep.Fault;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database on which one group may go wrong, once: at its commit, or after it is on disk, when
 * {@link GroupCommit} commits a second time.
 */
final class FaultyCommits extends DelegatingDataSource {

  private final AtomicReference<Fault> next = new AtomicReference<>(Fault.NONE);

  FaultyCommits(DataSource real) {
    super(real);
  }

  void next(Fault fault) {
    next.set(fault);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = super.getConnection();
    AtomicInteger commits = new AtomicInteger();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              try {
                return method.getName().equals("commit")
                    ? commit(real, commits.incrementAndGet())
                    : method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private Object commit(Connection real, int count) throws SQLException {
    boolean breaks =
        next.compareAndSet(count == 1 ? Fault.ROLLED_BACK : Fault.ANSWER_LOST, Fault.NONE);
    if (!breaks || count > 1) {
      real.commit();
    }
    if (breaks) {
      throw new SQLException("the line broke while it committed", "08007");
    }
    return null;
  }
}
