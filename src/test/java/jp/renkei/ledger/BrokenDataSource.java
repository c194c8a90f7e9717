package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A database that is away. */
final class BrokenDataSource extends AbstractDataSource {

  @Override
  public Connection getConnection() throws SQLException {
    throw new SQLTransientConnectionException("the database is away");
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }
}
