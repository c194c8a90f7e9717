package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGStatement;

/**
 * Changes rows of a table, each to values of its own. PostgreSQL does it with one statement, for
 * the same reason as {@link InsertRows}; H2, which knows no update from other rows, with one for
 * each.
 */
final class UpdateRows {

  /** From so many rows on it pays to plan the one statement. */
  private static final int WORTH_IT = 3;

  private static final Pattern VALUE = Pattern.compile("\\bnew\\.([a-z_]+)");

  private final RowColumns columns;
  private final int key;
  private final String one;
  private final List<Integer> places = new ArrayList<>();
  private final String many;

  /**
   * @param table whose columns are named with it, e.g. {@code inquiry.outcome}
   * @param set the changes; {@code new.x} is a row's value of the column x
   * @param where the condition besides the key; once it was true for a row, the change makes it
   *     false
   * @param key the column by which a row is found, which has the same name in the table
   * @param columns as in {@link RowColumns#of}, the key among them
   */
  UpdateRows(String table, String set, String where, String key, String columns) {
    this.columns = RowColumns.of(columns);
    this.key = this.columns.names().indexOf(key);
    String change = "update " + table + " set " + set;
    String which = " where " + table + "." + key + " = new." + key + " and " + where;
    Matcher values = VALUE.matcher(change + which);
    this.one = values.replaceAll("?");
    values.reset();
    while (values.find()) {
      places.add(this.columns.names().indexOf(values.group(1)));
    }
    this.many =
        change
            + " from "
            + this.columns.unnest()
            + " with ordinality as new ("
            + String.join(", ", this.columns.names())
            + ", nth)"
            + which
            + " returning new.nth";
  }

  /**
   * Changes.
   *
   * @param rows of values, each in the order of the columns
   * @return for each row, in the same order, 1 where it was changed, 0 where the condition was not
   *     true
   */
  int[] run(Connection connection, List<Object[]> rows) throws SQLException {
    if (rows.size() < WORTH_IT || !Sql.isPostgres(connection)) {
      return Sql.each(connection, one, rows.stream().map(this::inPlace).toList());
    }
    int[] changed = new int[rows.size()];
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < changed.length; i++) {
      left.add(i);
    }
    while (!left.isEmpty()) {
      left = together(connection, rows, left, changed);
    }
    return changed;
  }

  /**
   * Changes the first row of each key; the others are left for later, as the database would see
   * only one of them.
   */
  private List<Integer> together(
      Connection connection, List<Object[]> rows, List<Integer> which, int[] changed)
      throws SQLException {
    Set<Object> keys = new HashSet<>();
    List<Integer> now = new ArrayList<>();
    List<Integer> later = new ArrayList<>();
    which.forEach(i -> (keys.add(rows.get(i)[key]) ? now : later).add(i));
    try (PreparedStatement statement = connection.prepareStatement(many)) {
      // a plan that is kept would be one for the table as it was when it was small
      statement.unwrap(PGStatement.class).setPrepareThreshold(0);
      columns.bind(statement, now.stream().map(rows::get).toList());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          changed[now.get(row.getInt(1) - 1)] = 1;
        }
      }
    }
    return later;
  }

  private Object[] inPlace(Object[] row) {
    return places.stream().map(place -> row[place]).toArray();
  }
}
