package jp.renkei.routing.https;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.renkei.flow.HttpsConnection;

/** Asks one agency's token endpoint (OAuth 2.0 client credentials, RFC 6749 4.4, RFC 7523). */
final class TokenRequest implements Supplier<CompletableFuture<Token>> {

  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final Duration ASSERTION_LIFE = Duration.ofMinutes(1);

  /** RFC 6749 recommends to tell it and leaves open what holds where nobody does. */
  private static final long UNTOLD_LIFE_SECONDS = 60;

  private static final long LONGEST_LIFE_SECONDS = 86_400;
  private static final String VISIBLE = "[\\x21-\\x7E]+";

  private final HttpsConnection connection;
  private final String clientSecret;
  private final Exchanges exchanges;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper();

  TokenRequest(HttpsConnection connection, String clientSecret, Exchanges exchanges, Clock clock) {
    this.connection = connection;
    this.clientSecret = clientSecret;
    this.exchanges = exchanges;
    this.clock = clock;
  }

  /** A fresh token; fails with a {@link jp.renkei.inquiry.SendFault}. */
  @Override
  public CompletableFuture<Token> get() {
    Instant now = clock.instant();
    return exchanges.send(request(now)).thenApply(response -> token(response, now));
  }

  private HttpRequest request(Instant now) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    if (connection.scope() != null) {
      form.put("scope", connection.scope());
    }
    HttpRequest.Builder request = HttpRequest.newBuilder(connection.tokenEndpoint());
    switch (connection.authentication()) {
      case CLIENT_SECRET_BASIC -> request.header("Authorization", basic());
      case CLIENT_SECRET_JWT -> {
        form.put("client_assertion_type", ASSERTION_TYPE);
        form.put("client_assertion", assertion(now));
      }
    }
    String body =
        form.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return request
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private String basic() {
    String pair = encoded(connection.clientId()) + ":" + encoded(clientSecret);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
  }

  private String assertion(Instant now) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(connection.clientId())
            .subject(connection.clientId())
            .audience(connection.tokenEndpoint().toString())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(ASSERTION_LIFE)))
            .build();
    SignedJWT assertion = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      assertion.sign(new MACSigner(clientSecret));
    } catch (JOSEException e) {
      throw new IllegalStateException("a client assertion cannot be signed", e);
    }
    return assertion.serialize();
  }

  private Token token(HttpResponse<byte[]> response, Instant asked) {
    try {
      JsonNode told =
          response.statusCode() == 200
              ? json.readTree(new String(response.body(), StandardCharsets.UTF_8))
              : json.missingNode();
      String value = told.path("access_token").asText();
      long seconds = told.path("expires_in").asLong(UNTOLD_LIFE_SECONDS);
      if ("bearer".equalsIgnoreCase(told.path("token_type").asText())
          && value.matches(VISIBLE)
          && seconds > 0) {
        return Token.given(
            value, asked, Duration.ofSeconds(Math.min(seconds, LONGEST_LIFE_SECONDS)));
      }
    } catch (IOException rubbish) {
      // told as every other token that is none
    }
    throw Trouble.TOKEN_REFUSED.fault();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
