package jp.renkei.mock;

/**
 * One agency, read from {@code mock-endpoints/<id>/agency.yaml}.
 *
 * @param id e.g. {@code mhlw}
 * @param transport how it is reached
 * @param encryption what protects bodies
 * @param kind the message kind, which names its {@link Behaviour}
 * @param sessions how many consumer sessions it holds
 */
record AgencyProfile(
    String id, Transport transport, Encryption encryption, String kind, int sessions) {

  enum Transport {
    JMS
  }

  enum Encryption {
    JWE,
    NONE
  }
}
