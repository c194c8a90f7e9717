package jp.renkei.routing.https;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import jp.renkei.flow.HttpsConnection;
import jp.renkei.inquiry.SendFault;
import jp.renkei.protection.AgencyTls;

/**
 * Requests to one agency: TLS 1.2 or 1.3 by strong suites with the host's name verified, no
 * redirects, a bounded body, and a time that holds to the last byte. No thread waits.
 */
final class Exchanges {

  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  /** Those that keep what was said secret when a key is lost later, and cannot be tampered with. */
  private static final String[] SUITES = {
    "TLS_AES_256_GCM_SHA384",
    "TLS_AES_128_GCM_SHA256",
    "TLS_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
  };

  private final HttpsConnection connection;
  private final AgencyTls tls;
  private SSLContext builtWith;
  private HttpClient client;

  Exchanges(HttpsConnection connection, AgencyTls tls) {
    this.connection = connection;
    this.tls = tls;
  }

  /**
   * Sends.
   *
   * @return the whole response; fails with a {@link SendFault} and nothing else
   */
  CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request) {
    HttpClient now;
    try {
      now = client();
    } catch (IOException | GeneralSecurityException e) {
      return CompletableFuture.failedFuture(Trouble.TLS_REFUSED.fault());
    }
    CompletableFuture<HttpResponse<byte[]>> whole =
        now.sendAsync(request, BoundedBody.of(connection.responses()));
    // the client's own limit ends with the headers; cancelling the exchange closes its connection
    return whole
        .copy()
        .orTimeout(connection.responseTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((response, failure) -> whole.cancel(true))
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(named(failure)));
  }

  /** What the connections of earlier stores still carry ends with them. */
  private synchronized HttpClient client() throws IOException, GeneralSecurityException {
    SSLContext context = tls.context();
    if (context != builtWith) {
      SSLParameters parameters = new SSLParameters();
      parameters.setProtocols(PROTOCOLS);
      parameters.setCipherSuites(SUITES);
      client =
          HttpClient.newBuilder()
              .sslContext(context)
              .sslParameters(parameters)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(connection.connectTimeout())
              .build();
      builtWith = context;
    }
    return client;
  }

  private static SendFault named(Throwable failure) {
    Throwable at = failure;
    while (at != null) {
      if (at instanceof SendFault known) {
        return known;
      }
      if (at instanceof SSLException) {
        return Trouble.TLS_REFUSED.fault();
      }
      if (at instanceof TimeoutException || at instanceof HttpTimeoutException) {
        return Trouble.TIMED_OUT.fault();
      }
      at = at instanceof CompletionException || at.getCause() != at ? at.getCause() : null;
    }
    return Trouble.UNREACHABLE.fault();
  }
}
