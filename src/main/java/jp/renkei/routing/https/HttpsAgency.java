package jp.renkei.routing.https;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import jp.renkei.flow.HttpsConnection;
import jp.renkei.protection.AgencyConnection;
import jp.renkei.protection.AgencyTls;

/** One agency reached over https: posts an inquiry, or asks for its answer, with a token. */
final class HttpsAgency {

  private static final int UNAUTHORIZED = 401;

  private final HttpsConnection connection;
  private final Exchanges exchanges;
  private final Tokens tokens;
  private final ReadResponse responses;

  /**
   * @param agreed the connection as the catalogue has it
   * @param own what this environment has of its own
   */
  HttpsAgency(HttpsConnection agreed, AgencyConnection own, Clock clock) {
    this.connection =
        agreed.at(
            own.url() == null ? agreed.url() : own.url(),
            own.tokenEndpoint() == null ? agreed.tokenEndpoint() : own.tokenEndpoint());
    this.exchanges = new Exchanges(connection, new AgencyTls(own, clock));
    this.tokens =
        new Tokens(new TokenRequest(connection, own.clientSecret(), exchanges, clock), clock);
    this.responses = new ReadResponse(connection, clock);
  }

  /**
   * Posts an inquiry. The same number and bytes may be posted again and have effect once.
   *
   * @param number the inquiry number, the idempotency key
   * @param layout the message kind and its layout version
   * @param mediaType what the message is, and what its answer must be
   * @return fails with a {@link jp.renkei.inquiry.SendFault} where nothing came of it
   */
  CompletableFuture<Reaction> post(String number, String layout, String mediaType, byte[] message) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(connection.url())
            .header("Idempotency-Key", number)
            .header("Renkei-Layout", layout)
            .header("Content-Type", mediaType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(message));
    return exchange(request, mediaType);
  }

  /** Asks for the answer to an inquiry, at the place it was said to come or at its own. */
  CompletableFuture<Reaction> ask(String number, URI where, String mediaType) {
    URI place = where == null ? URI.create(connection.url() + "/" + number) : where;
    return exchange(HttpRequest.newBuilder(place).GET(), mediaType);
  }

  private CompletableFuture<Reaction> exchange(HttpRequest.Builder request, String mediaType) {
    request.header("Accept", mediaType);
    return withToken(request).thenApply(response -> responses.read(response, mediaType));
  }

  /** A token may have been withdrawn before its time: then once more with a fresh one. */
  private CompletableFuture<HttpResponse<byte[]>> withToken(HttpRequest.Builder request) {
    return tokens
        .current()
        .thenCompose(
            token ->
                send(request, token)
                    .thenCompose(
                        response -> {
                          if (response.statusCode() != UNAUTHORIZED) {
                            return CompletableFuture.completedFuture(response);
                          }
                          tokens.forget(token);
                          return tokens.current().thenCompose(fresh -> send(request, fresh));
                        }));
  }

  private CompletableFuture<HttpResponse<byte[]>> send(HttpRequest.Builder request, Token token) {
    return exchanges.send(
        request.copy().setHeader("Authorization", "Bearer " + token.value()).build());
  }
}
