package jp.renkei.flow;

import java.util.List;

/** An agency of which nothing is said but how it is reached. */
public final class SampleAgency {

  private SampleAgency() {}

  /** One on queues, with JWE. */
  public static Agency jms(String id, Title title, int consumers, int inFlight) {
    return new Agency(
        id,
        title,
        "information-network",
        Transport.JMS,
        Agency.Encryption.JWE,
        consumers,
        inFlight,
        Limits.DEFAULT,
        Retry.DEFAULT,
        ServiceHours.ALWAYS,
        ServiceHours.ALWAYS,
        List.of(),
        Validity.ALWAYS);
  }
}
