package jp.renkei.routing;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which broker.
 *
 * @param port the embedded broker's acceptor on 127.0.0.1
 * @param url an external broker's, or empty for the embedded one
 */
@ConfigurationProperties("renkei.broker")
record BrokerSettings(int port, String url) {

  boolean embedded() {
    return url == null || url.isBlank();
  }

  /** Where the embedded broker keeps its journal. */
  static Path folder(Path data) {
    return data.resolve("broker");
  }
}
