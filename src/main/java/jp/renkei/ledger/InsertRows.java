package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * Inserts rows into a table, on PostgreSQL all with one statement: what it does for a statement,
 * such as to read the table's checks, costs several times what it does for a row.
 */
final class InsertRows {

  private final RowColumns columns;
  private final String one;
  private final String many;

  private InsertRows(String table, RowColumns columns, String otherwise) {
    this.columns = columns;
    String into = "insert into " + table + " (" + String.join(", ", columns.names()) + ") ";
    this.one = into + "values (?" + ", ?".repeat(columns.names().size() - 1) + ")" + otherwise;
    this.many = into + "select * from " + columns.unnest() + otherwise;
  }

  /**
   * Inserts into a table.
   *
   * @param columns as in {@link RowColumns#of}
   */
  static InsertRows into(String table, String columns) {
    return new InsertRows(table, RowColumns.of(columns), "");
  }

  /** Inserts into a table what is not there: a row that any unique constraint refuses is left. */
  static InsertRows newInto(String table, String columns) {
    return new InsertRows(table, RowColumns.of(columns), " on conflict do nothing");
  }

  /**
   * Inserts.
   *
   * @param rows of values, each in the order of the columns
   * @return how many were inserted
   */
  int run(Connection connection, List<Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return 0;
    }
    if (rows.size() == 1 || !Sql.isPostgres(connection)) {
      return Arrays.stream(Sql.each(connection, one, rows)).sum();
    }
    try (PreparedStatement statement = connection.prepareStatement(many)) {
      columns.bind(statement, rows);
      return statement.executeUpdate();
    }
  }
}
