package jp.renkei.mock;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * An agency's token endpoint: gives a token to whoever proves to know the client secret, by a
 * signed assertion or by HTTP Basic, and asks for the agreed scope and no other (RFC 6749 3.3). It
 * checks by its own code, so that a mistake in the hub's shows.
 */
final class TokenDesk {

  private static final int LIFE_SECONDS = 300;
  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final String clientId;
  private final String clientSecret;
  private final String audience;
  private final String scope;
  private final Set<String> given = ConcurrentHashMap.newKeySet();
  private final Set<String> assertions = ConcurrentHashMap.newKeySet();

  /**
   * @param audience the token endpoint's URL, as assertions must name it
   * @param scope the agreed scope, or null where none is
   */
  TokenDesk(String clientId, String clientSecret, String audience, String scope) {
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.audience = audience;
    this.scope = scope;
  }

  /**
   * A token response, or nothing where the request proves nothing or asks for another scope.
   *
   * @param authorization the header, or null
   */
  Optional<byte[]> give(String authorization, String body) {
    Map<String, String> form = form(body);
    boolean proven =
        "client_credentials".equals(form.get("grant_type"))
            && Objects.equals(scope, form.get("scope"))
            && (authorization == null ? bySignature(form) : byPassword(authorization));
    if (!proven) {
      return Optional.empty();
    }
    String token = UUID.randomUUID().toString();
    given.add(token);
    return Optional.of(
        JsonNodeFactory.instance
            .objectNode()
            .put("access_token", token)
            .put("token_type", "Bearer")
            .put("expires_in", LIFE_SECONDS)
            .toString()
            .getBytes(StandardCharsets.UTF_8));
  }

  boolean accepts(String authorization) {
    return authorization != null
        && authorization.startsWith("Bearer ")
        && given.contains(authorization.substring("Bearer ".length()));
  }

  private boolean byPassword(String authorization) {
    String pair = clientId + ":" + clientSecret;
    return authorization.equals(
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII)));
  }

  private boolean bySignature(Map<String, String> form) {
    try {
      SignedJWT assertion = SignedJWT.parse(form.getOrDefault("client_assertion", ""));
      JWTClaimsSet claims = assertion.getJWTClaimsSet();
      return ASSERTION_TYPE.equals(form.get("client_assertion_type"))
          && assertion.verify(new MACVerifier(clientSecret))
          && clientId.equals(claims.getIssuer())
          && clientId.equals(claims.getSubject())
          && claims.getAudience().contains(audience)
          && claims.getExpirationTime() != null
          && claims.getExpirationTime().after(new Date())
          && claims.getJWTID() != null
          && assertions.add(claims.getJWTID());
    } catch (ParseException | JOSEException e) {
      return false;
    }
  }

  private static Map<String, String> form(String body) {
    return Arrays.stream(body.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
