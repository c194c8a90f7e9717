package jp.renkei.flow;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** An agency of which nothing is said but how it is reached. */
public final class SampleAgency {

  private SampleAgency() {}

  /** One over https, with a signed assertion. */
  public static Agency https(String id) {
    return new Agency(
        id,
        new Title(id, id),
        id,
        Transport.HTTPS,
        Agency.Encryption.NONE,
        0,
        1,
        Limits.DEFAULT,
        Retry.DEFAULT,
        ServiceHours.ALWAYS,
        ServiceHours.ALWAYS,
        List.of(),
        Validity.ALWAYS,
        new HttpsConnection(
            URI.create("https://agency.example/inquiries"),
            HttpsConnection.Authentication.CLIENT_SECRET_JWT,
            URI.create("https://agency.example/token"),
            "renkei",
            null,
            false,
            HttpsConnection.Answers.AT_ONCE,
            null,
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            65_536),
        null);
  }

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
        Validity.ALWAYS,
        null,
        null);
  }
}
