package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** Promises a delivery that no other change of the ledger makes, such as a refusal by queue. */
public record Deliver(Delivery delivery) implements Command<Void> {

  @Override
  public String key() {
    return delivery.id();
  }

  static List<Void> run(Connection connection, List<Deliver> commands) throws SQLException {
    DeliveryRows.insert(connection, commands.stream().map(Deliver::delivery).toList());
    return Collections.nCopies(commands.size(), null);
  }
}
