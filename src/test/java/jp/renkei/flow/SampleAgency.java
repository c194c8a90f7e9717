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
        null,
        List.of(),
        Characters.ANY,
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
        null,
        null,
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
        null,
        List.of(),
        Characters.ANY,
        Validity.ALWAYS,
        null,
        null,
        null,
        null);
  }

  /** One on queues with a bulk channel as well. */
  public static Agency withFiles(String id) {
    return new Agency(
        id,
        new Title(id, id),
        "information-network",
        Transport.JMS,
        Agency.Encryption.JWE,
        1,
        1,
        Limits.DEFAULT,
        Retry.DEFAULT,
        ServiceHours.ALWAYS,
        ServiceHours.ALWAYS,
        ProviderCodes.MUNICIPALITY,
        List.of(),
        Characters.ANY,
        Validity.ALWAYS,
        null,
        null,
        null,
        new BulkChannel(
            List.of("local-tax"),
            "files.example",
            22,
            "renkei",
            "inquiries",
            "replies",
            BulkChannel.MOST_LINES,
            Duration.ofSeconds(5),
            false,
            "9999990000000001",
            "NHI"));
  }
}
