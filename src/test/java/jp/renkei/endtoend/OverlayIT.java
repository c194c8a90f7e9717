package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.renkei.demo.DemoCredentials.Credential;
import jp.renkei.operations.OverlayFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged hub with an agency, a flow and a pattern that are files in a folder outside. */
class OverlayIT {

  private static final String FLOW = "benefits.sakai-employment";

  @TempDir Path folder;
  private OverlayFolder outside;

  @BeforeEach
  void anAgencyAndAFlowOutside() throws IOException {
    outside =
        new OverlayFolder(Files.createDirectory(folder.resolve("outside")))
            .withAgency("sakai", "堺市")
            .withFlow("benefits", "sakai-employment", "sakai");
  }

  @Test
  void checkListsThemAndStartsNothing() {
    JavaProcess check = check();

    assertThat(check.exitStatus(60)).isZero();
    assertThat(check.output())
        .startsWith("連携目録に誤りはありません The catalogue fits.")
        .contains("assessment.mhlw-employment", FLOW, "堺市")
        .contains("From outside: " + outside.path().resolve("routes/agencies/sakai.yaml"));
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void checkTellsFaults() {
    outside.withChanged("routes/agencies/mhlw.yaml", "window: 2000", "window: many");

    JavaProcess check = check();

    assertThat(check.exitStatus(60)).isEqualTo(1);
    assertThat(check.output())
        .startsWith("連携目録に誤りがあります: 1 件 The catalogue does not fit:")
        .contains("window cannot be 'many'", "remedy: write a whole number from 1");
  }

  @Test
  void theHubStartsWithThem() throws IOException {
    outside.withFlow("collection", "second-employment", "mhlw");
    outside.withChanged(
        "routes/housekeeping/inquiries.camel.yaml",
        "        - bean: { ref: housekeeping, method: heartbeat }",
        "        - log: { message: a heartbeat from outside }\n"
            + "        - bean: { ref: housekeeping, method: heartbeat }");
    try (Rig rig = new Rig(folder, FreePorts.of(3), settings())) {
      HubProcess hub = rig.hub;
      hub.start().awaitReady();
      rig.agencies.start().awaitReady();

      assertThat(hub.client().get(hub.credentials().of("caller"), "/api/v1/flows/" + FLOW).status())
          .isEqualTo(200);
      assertThat(answer(hub, "collection.second-employment").toPrettyString())
          .as("a flow that is data alone, answered as the built one on its kind")
          .isEqualTo(answer(hub, "assessment.mhlw-employment").toPrettyString());
      assertThat(hub.output())
          .contains("From outside, not as built: " + outside.path().resolve("routes"));
      await("route from outside")
          .atMost(Duration.ofSeconds(30))
          .until(() -> hub.output().contains("a heartbeat from outside"));
    }
  }

  /** What the caller is told to the flow's own example. */
  private static JsonNode answer(HubProcess hub, String flow) throws IOException {
    Credential caller = hub.credentials().of("caller");
    ObjectNode inquiry = JsonNodeFactory.instance.objectNode().put("flow", flow);
    inquiry.set("payload", hub.client().get(caller, "/api/v1/flows/" + flow).body().get("example"));
    JsonNode told = hub.client().inquire(caller, flow, "?wait=30s", inquiry).body();
    assertThat(told.path("outcome").asText()).as(told.toPrettyString()).isEqualTo("ANSWERED");
    return told.get("reply");
  }

  private JavaProcess check() {
    return JavaProcess.start(
        List.of("-jar", Path.of("target", "renkei.jar").toString(), "check"),
        settings(),
        folder.resolve("check.log"));
  }

  private Map<String, String> settings() {
    return Map.of(
        "RENKEI_OVERLAY",
        outside.path().toString(),
        "RENKEI_DATA",
        folder.resolve("data").toString());
  }
}
