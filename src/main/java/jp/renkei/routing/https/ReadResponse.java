package jp.renkei.routing.https;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.renkei.flow.HttpsConnection;

/** Reads an agency's response as far as its status and headers go. */
final class ReadResponse {

  /** Statuses that say "later" without a word of how much. */
  private static final Set<Integer> PASSING = Set.of(408, 425);

  private static final Set<Integer> BUSY = Set.of(429, 503);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int LONGEST_LOCATION = 400;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpsConnection connection;
  private final Clock clock;

  ReadResponse(HttpsConnection connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
  }

  /**
   * Reads.
   *
   * @param mediaType what an answer must be
   * @throws jp.renkei.inquiry.SendFault where it is none of what was agreed
   */
  Reaction read(HttpResponse<byte[]> response, String mediaType) {
    int status = response.statusCode();
    if (status == 200) {
      if (!isA(mediaType, response)) {
        throw Trouble.CONTENT_UNEXPECTED.fault();
      }
      return new Reaction.Answered(response.body());
    }
    if (status == 202) {
      return connection.answers() == HttpsConnection.Answers.POLLING
          ? new Reaction.Promised(location(response), pause(response), receipt(response))
          : new Reaction.Taken(receipt(response));
    }
    if (BUSY.contains(status)) {
      throw Trouble.BUSY.fault(pause(response));
    }
    if (status >= 500 || PASSING.contains(status)) {
      throw Trouble.AGENCY_FAILED.fault(pause(response));
    }
    if (status >= 300 && status < 400) {
      throw Trouble.REDIRECTED.fault();
    }
    if (status == 401) {
      throw Trouble.CREDENTIALS_REFUSED.fault();
    }
    if (status >= 400) {
      return new Reaction.Refused(status);
    }
    throw Trouble.CONTENT_UNEXPECTED.fault();
  }

  private static boolean isA(String mediaType, HttpResponse<byte[]> response) {
    String told = response.headers().firstValue("Content-Type").orElse("");
    return told.split(";", 2)[0].strip().equalsIgnoreCase(mediaType);
  }

  /**
   * The {@code receiptNumber} of a 202's body where that is a JSON object, else null: nothing more
   * of such a body has been agreed. Empty where something else than a text stands there.
   */
  private String receipt(HttpResponse<byte[]> response) {
    if (!isA("application/json", response)) {
      return null;
    }
    try {
      JsonNode told = json.readTree(response.body()).path("receiptNumber");
      return told.isMissingNode() || told.isTextual() ? told.textValue() : "";
    } catch (IOException rubbish) {
      return null;
    }
  }

  /** Only where inquiries go: an agency must not send the hub's token to anybody else. */
  private String location(HttpResponse<byte[]> response) {
    Optional<String> told = response.headers().firstValue("Location");
    if (told.isEmpty()) {
      return null;
    }
    try {
      URI there = connection.url().resolve(told.get());
      boolean sameOrigin = origin(there).equals(origin(connection.url()));
      if (sameOrigin && there.toString().length() <= LONGEST_LOCATION) {
        return there.toString();
      }
    } catch (IllegalArgumentException malformed) {
      // told as every other place that is none of the agency's
    }
    throw Trouble.REDIRECTED.fault();
  }

  private static String origin(URI uri) {
    int port = uri.getPort() < 0 ? 443 : uri.getPort();
    return (uri.getScheme() + "://" + uri.getHost() + ":" + port).toLowerCase(Locale.ROOT);
  }

  /** {@code Retry-After}, in seconds or as a date (RFC 9110 10.2.3), an hour at most. */
  private Duration pause(HttpResponse<byte[]> response) {
    String told = response.headers().firstValue("Retry-After").orElse("").strip();
    Duration pause = Duration.ZERO;
    if (told.matches("[0-9]{1,9}")) {
      pause = Duration.ofSeconds(Long.parseLong(told));
    } else if (!told.isEmpty()) {
      pause = until(told);
    }
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private Duration until(String date) {
    try {
      Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration left = Duration.between(clock.instant(), then);
      return left.isNegative() ? Duration.ZERO : left;
    } catch (DateTimeException none) {
      return Duration.ZERO;
    }
  }
}
