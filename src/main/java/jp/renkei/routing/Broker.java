package jp.renkei.routing;

/**
 * The broker that this node uses.
 *
 * @param url where the hub connects
 * @param embedded the hub's own, or null
 */
record Broker(String url, EmbeddedBroker embedded) {

  public void stop() throws Exception {
    if (embedded != null) {
      embedded.stop();
    }
  }
}
