package jp.renkei.routing;

import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Lets in only the headers that this hub reads. A list of what is allowed, because lists of what is
 * forbidden have been got around (CVE-2026-40453: {@code CAmelFileName}). Nothing is let out: what
 * leaves is built by {@link JmsSender} alone.
 */
final class AllowedHeaders implements HeaderFilterStrategy {

  private static final Set<String> IN =
      Set.of("JMSCorrelationID", "JMSType", MessageProperties.KEY, MessageProperties.RECEIPT);

  @Override
  public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
    return !IN.contains(name);
  }

  @Override
  public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
    return true;
  }
}
