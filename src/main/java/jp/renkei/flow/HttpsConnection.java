package jp.renkei.flow;

import java.net.URI;
import java.time.Duration;

/**
 * How an agency is reached over https, read from {@code https:} of its file. What is secret, and
 * what differs from one environment to the next, stands in a file of its own ({@code
 * RENKEI_AGENCY_CONNECTIONS}).
 *
 * @param url where inquiries are posted
 * @param authentication how the hub proves itself for a token
 * @param tokenEndpoint where tokens are given
 * @param clientId the hub's id at the token endpoint
 * @param scope the scope that is asked for, or null
 * @param mutualTls whether the hub shows a certificate of its own
 * @param answers how answers come where one is not given at once
 * @param pollInterval the pause between two looks, with {@link Answers#POLLING} only, else null
 * @param connectTimeout how long a connection may take
 * @param responseTimeout how long a response may take to its last byte
 * @param responses the most bytes of a response or a callback
 */
public record HttpsConnection(
    URI url,
    Authentication authentication,
    URI tokenEndpoint,
    String clientId,
    String scope,
    boolean mutualTls,
    Answers answers,
    Duration pollInterval,
    Duration connectTimeout,
    Duration responseTimeout,
    int responses) {

  /** How the hub proves itself for a token, by the names of RFC 7591 and OpenID Connect Core 9. */
  public enum Authentication {
    /** A JWT signed with the client secret (HS256). */
    CLIENT_SECRET_JWT,
    /** HTTP Basic with the client id and secret. */
    CLIENT_SECRET_BASIC
  }

  /** How answers come. */
  public enum Answers {
    /** In the response itself. */
    AT_ONCE,
    /** The agency posts it to {@code /callbacks/{agency}/{number}}. */
    CALLBACK,
    /** The hub asks for it again and again. */
    POLLING
  }

  /**
   * An https URL as one may be named.
   *
   * @throws IllegalArgumentException where the text is none, or has a user, a query or a fragment
   */
  public static URI url(String text) {
    URI url = URI.create(text);
    if (!"https".equals(url.getScheme())
        || url.getHost() == null
        || url.getUserInfo() != null
        || url.getRawQuery() != null
        || url.getRawFragment() != null) {
      throw new IllegalArgumentException("not an https URL without user, query and fragment");
    }
    return url;
  }

  /** The same connection at another place. */
  public HttpsConnection at(URI otherUrl, URI otherTokenEndpoint) {
    return new HttpsConnection(
        otherUrl,
        authentication,
        otherTokenEndpoint,
        clientId,
        scope,
        mutualTls,
        answers,
        pollInterval,
        connectTimeout,
        responseTimeout,
        responses);
  }
}
