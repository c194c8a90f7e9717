package jp.renkei.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenDeskTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String HERE = "https://localhost/token";

  private final TokenDesk desk = new TokenDesk("renkei", SECRET, HERE, null);

  @Test
  void givesATokenOnceForAnAssertion() throws JOSEException {
    String form = form(SECRET, "renkei", HERE, 60);

    assertThat(desk.give(null, form)).isPresent();
    assertThat(desk.give(null, form)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0123456789abcdef0123456789abcdeX, renkei, https://localhost/token, 60",
    "0123456789abcdef0123456789abcdef, others, https://localhost/token, 60",
    "0123456789abcdef0123456789abcdef, renkei, https://elsewhere/token, 60",
    "0123456789abcdef0123456789abcdef, renkei, https://localhost/token, -60"
  })
  void givesNothingForAnotherAssertion(String secret, String who, String audience, int seconds)
      throws JOSEException {
    assertThat(desk.give(null, form(secret, who, audience, seconds))).isEmpty();
  }

  @Test
  void givesATokenForThePassword() {
    assertThat(desk.give(basic(SECRET), "grant_type=client_credentials")).isPresent();
    assertThat(desk.give(basic("other"), "grant_type=client_credentials")).isEmpty();
    assertThat(desk.give(basic(SECRET), "grant_type=password")).isEmpty();
  }

  /** System, resource and operation: whoever leaves one out, or names another, gets nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&scope=",
        "&scope=city-tax-system",
        "&scope=city-tax-system%3Alocal-tax%3Aprovide",
        "&scope=city-tax-system%3Aresident-record%3Ainquire",
        "&scope=city-care-system%3Alocal-tax%3Ainquire",
        "&scope=city-tax-system%3Alocal-tax%3Ainquire+city-tax-system%3Alocal-tax%3Aprovide"
      })
  void givesNothingForAnotherScope(String scope) throws JOSEException {
    TokenDesk agreed = new TokenDesk("renkei", SECRET, HERE, "city-tax-system:local-tax:inquire");
    String form = form(SECRET, "renkei", HERE, 60);

    assertThat(agreed.give(null, form + scope)).isEmpty();
    assertThat(agreed.give(null, form + "&scope=city-tax-system%3Alocal-tax%3Ainquire"))
        .isPresent();
  }

  @Test
  void givesNothingForAScopeWhereNoneIsAgreed() throws JOSEException {
    assertThat(desk.give(null, form(SECRET, "renkei", HERE, 60) + "&scope=any")).isEmpty();
  }

  @Test
  void acceptsOnlyWhatItGave() {
    assertThat(desk.accepts(null)).isFalse();
    assertThat(desk.accepts("Bearer made-up")).isFalse();
  }

  private static String basic(String secret) {
    byte[] pair = ("renkei:" + secret).getBytes(StandardCharsets.US_ASCII);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static String form(String secret, String who, String audience, int seconds)
      throws JOSEException {
    Date end = Date.from(Clock.systemUTC().instant().plusSeconds(seconds));
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(who)
            .subject(who)
            .audience(audience)
            .jwtID("1")
            .expirationTime(end)
            .build();
    SignedJWT assertion = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    assertion.sign(new MACSigner(secret));
    String type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    return "grant_type=client_credentials&client_assertion_type="
        + URLEncoder.encode(type, StandardCharsets.US_ASCII)
        + "&client_assertion="
        + assertion.serialize();
  }
}
