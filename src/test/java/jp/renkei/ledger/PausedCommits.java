package jp.renkei.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database whose commits are done and then pause, before whatever follows them. */
final class PausedCommits extends DelegatingDataSource {

  final CountDownLatch committed = new CountDownLatch(1);
  final CountDownLatch goOn = new CountDownLatch(1);

  PausedCommits(DataSource real) {
    super(real);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              try {
                Object result = method.invoke(real, arguments);
                if (method.getName().equals("commit")) {
                  committed.countDown();
                  goOn.await();
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
