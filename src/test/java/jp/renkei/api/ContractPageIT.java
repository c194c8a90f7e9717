package jp.renkei.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page to read the contract, and the document behind it, as a browser fetches them. */
@HubTest
class ContractPageIT {

  private static final Pattern FETCHED = Pattern.compile("(?:src|href)=\"(?!data:)([^\"]+)\"");

  @Autowired private HubClient hub;

  @Test
  void everythingThatThePageFetchesIsTheHubsOwnAndThere() {
    String page = hub.get("operator", "/api/v1/openapi.html").body();

    assertThat(FETCHED.matcher(page).results().map(MatchResult::group)).hasSizeGreaterThan(4);
    assertThat(FETCHED.matcher(page).results().map(found -> found.group(1)))
        .allSatisfy(
            file ->
                assertThat(hub.get("operator", "/api/v1/" + file).statusCode())
                    .as(file)
                    .isEqualTo(200));
  }

  @Test
  void noScriptStandsInThePageAndNobodyOutsideIsAsked() {
    assertThat(hub.get("operator", "/api/v1/openapi.html").body())
        .doesNotContainPattern("<script(?! src=)")
        .doesNotContain("style=", "<style");
    assertThat(hub.get("operator", "/api/v1/openapi/page.js").body())
        .contains("validatorUrl: null")
        .doesNotContain("http");
  }

  @Test
  void theDocumentIsServedAsItIsWritten() throws IOException {
    assertThat(hub.get("caller", "/api/v1/openapi.yaml").body())
        .isEqualTo(Files.readString(Path.of("schemas/openapi.yaml")));
  }
}
