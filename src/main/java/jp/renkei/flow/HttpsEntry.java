package jp.renkei.flow;

import java.net.URI;
import java.time.Duration;

/** Reads {@code https:} of an agency's file. */
final class HttpsEntry {

  static final Form<HttpsConnection> FORM =
      new Form<>("url: and what else a connection needs below it", HttpsEntry::connection);

  private static final Form<URI> URL =
      Form.scalar("an https URL without user, query and fragment", HttpsConnection::url);

  private static final int LARGEST = 1 << 20;
  private static final Form<Integer> SIZE =
      Form.scalar("a number of bytes from 1 to " + LARGEST, HttpsEntry::size);

  private HttpsEntry() {}

  private static HttpsConnection connection(Place place) {
    return Mapping.of(place).map(HttpsEntry::connection).orElse(null);
  }

  private static HttpsConnection connection(Mapping entry) {
    URI url = entry.required("url", URL);
    HttpsConnection.Authentication authentication =
        entry.required("authentication", Form.oneOf(HttpsConnection.Authentication.class, '_'));
    URI tokenEndpoint = entry.required("tokenEndpoint", URL);
    String clientId = entry.required("clientId", Form.TEXT);
    String scope = entry.optional("scope", Form.TEXT);
    Boolean mutualTls = entry.required("mutualTls", Form.FLAG);
    HttpsConnection.Answers answers =
        entry.required("answers", Form.oneOf(HttpsConnection.Answers.class));
    boolean polls = answers == HttpsConnection.Answers.POLLING;
    Duration pollInterval = polls ? entry.required("pollInterval", Form.DURATION) : null;
    Duration connectTimeout = entry.required("connectTimeout", Form.DURATION);
    Duration responseTimeout = entry.required("responseTimeout", Form.DURATION);
    Integer responses = entry.required("responses", SIZE);
    entry.refuseOthers();
    // with a fault among them the agency is not made, and neither is this
    return mutualTls == null || responses == null
        ? null
        : new HttpsConnection(
            url,
            authentication,
            tokenEndpoint,
            clientId,
            scope,
            mutualTls,
            answers,
            pollInterval,
            connectTimeout,
            responseTimeout,
            responses);
  }

  private static Integer size(String text) {
    int size = Integer.parseInt(text);
    if (size < 1 || size > LARGEST) {
      throw new IllegalArgumentException();
    }
    return size;
  }
}
