package jp.renkei.ledger;

import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The columns of rows that go to the database together, each column as an array: however many rows
 * there are, the statement is the same, and is prepared once.
 */
record RowColumns(List<String> names, List<RowColumns.Type> types) {

  /** What a column holds, as drivers and databases call it. */
  enum Type {
    TEXT("varchar", "varchar", Object.class),
    INTEGER("int4", "integer", Object.class),
    BIGINT("int8", "bigint", Object.class),
    BOOLEAN("bool", "boolean", Object.class),
    TIME("timestamptz", "timestamp(6) with time zone", Object.class),
    BYTES("bytea", "bytea", byte[].class);

    private final String driver;
    private final String sql;
    private final Class<?> element;

    Type(String driver, String sql, Class<?> element) {
      this.driver = driver;
      this.sql = sql;
      this.element = element;
    }
  }

  /**
   * Reads a list of columns, each with what it holds, e.g. {@code inquiry_id text, at time}: {@code
   * text}, {@code integer} (a smallint, too), {@code bigint}, {@code boolean}, {@code time} or
   * {@code bytes}.
   */
  static RowColumns of(String list) {
    List<String[]> columns =
        Arrays.stream(list.split(",")).map(column -> column.strip().split(" ")).toList();
    return new RowColumns(
        columns.stream().map(column -> column[0]).toList(),
        columns.stream().map(column -> Type.valueOf(column[1].toUpperCase(Locale.ROOT))).toList());
  }

  /** The rows as a table; {@link #bind} gives it its values. */
  String unnest() {
    return types.stream()
        .map(type -> "cast(? as " + type.sql + " array)")
        .collect(Collectors.joining(", ", "unnest(", ")"));
  }

  /** Binds rows of values, each in the order of the columns, from the first parameter on. */
  void bind(PreparedStatement statement, List<Object[]> rows) throws SQLException {
    Connection connection = statement.getConnection();
    for (int i = 0; i < types.size(); i++) {
      Type type = types.get(i);
      statement.setArray(i + 1, connection.createArrayOf(type.driver, column(rows, i, type)));
    }
  }

  private static Object[] column(List<Object[]> rows, int column, Type type) {
    Object[] values = (Object[]) Array.newInstance(type.element, rows.size());
    for (int i = 0; i < values.length; i++) {
      values[i] = rows.get(i)[column];
    }
    return values;
  }
}
