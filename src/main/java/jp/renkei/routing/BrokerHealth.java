package jp.renkei.routing;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Whether the broker takes connections. */
final class BrokerHealth extends AbstractHealthIndicator {

  private final ConnectionFactory connections;

  BrokerHealth(ConnectionFactory connections) {
    super("The broker takes no connection");
    this.connections = connections;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) throws JMSException {
    try (Connection connection = connections.createConnection()) {
      connection.start();
      health.up();
    }
  }
}
