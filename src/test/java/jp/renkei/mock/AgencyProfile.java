package jp.renkei.mock;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One agency, read from {@code mock-endpoints/<id>/agency.yaml}.
 *
 * @param id e.g. {@code mhlw}
 * @param transport how it is reached
 * @param encryption what protects bodies
 * @param kind the message kind, which names its {@link Behaviour}
 * @param sessions how many consumer sessions it holds; over jms only
 * @param answers how it answers; over https only
 * @param receipts whether it gives receipt numbers; left out, it does not
 * @param clientId by what name it knows the hub; over https only
 * @param scope the one that a token must be asked for with, or null where none is agreed
 * @param files whether it takes and gives files over SFTP too; left out, it does not
 */
record AgencyProfile(
    String id,
    Transport transport,
    Encryption encryption,
    String kind,
    int sessions,
    Answers answers,
    Receipts receipts,
    String clientId,
    String scope,
    boolean files) {

  AgencyProfile {
    receipts = receipts == null ? Receipts.NONE : receipts;
  }

  enum Transport {
    JMS,
    HTTPS
  }

  enum Answers {
    @JsonProperty("at-once")
    AT_ONCE,
    CALLBACK,
    POLLING
  }

  /** The same agency, answering in another way. */
  AgencyProfile answering(Answers other) {
    return new AgencyProfile(
        id, transport, encryption, kind, sessions, other, receipts, clientId, scope, files);
  }

  enum Encryption {
    JWE,
    NONE
  }
}
