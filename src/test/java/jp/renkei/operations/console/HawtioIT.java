package jp.renkei.operations.console;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Hawtio as an operator sees it, in a real browser. The pictures are left in target/screenshots;
 * the README's is a copy of one of them.
 */
@HubTest
class HawtioIT {

  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final String TITLE = "厚生労働省への雇用保険受給情報等の照会・回答(非自発的失業者)";

  @TempDir static Path profile;
  private static Browser browser;

  @Autowired private HubClient hub;
  @Autowired private CamelContext camel;

  @BeforeAll
  static void start() throws Exception {
    browser = new Browser(profile);
  }

  @AfterAll
  static void leave() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void login() {
    hub.mock("faults", "{}");
    assertThat(hub.post(newKey(), "20s", hub.inquiry("0012345678").toString()).statusCode())
        .isEqualTo(200);
    // nothing of the page before is taken for one of this
    browser.open("about:blank");
    browser.sendHeader("Authorization", hub.basic("operator"));
  }

  @AfterEach
  void resume() {
    agency("resume");
  }

  @Test
  void showsTheRoutesWithTheirStateAndNoButtonToStopThem() throws IOException {
    openRoutes();

    browser.awaitText("Renkei 連携");
    assertThat(browser.text()).doesNotContain("Runtime");
    browser.awaitText(
        HubClient.FLOW, HubClient.FLOW + "/reply", "mhlw/send", "mhlw/receive", "Started");
    assertThat(browser.evaluate(buttonNamed("Stop") + ".disabled").asBoolean()).isTrue();
    assertThat(browser.evaluate(buttonNamed("Start") + ".disabled").asBoolean()).isTrue();
    browser.screenshot(PICTURES.resolve("hawtio-routes.png"));
  }

  @Test
  void showsAFlowWithItsJapaneseTitleItsGroupAndItsStatistics() throws IOException {
    openFlow();

    browser.click(linkNamed("Attributes"));
    browser.awaitText(TITLE, "RouteGroup", "assessment", "ExchangesCompleted");
    browser.screenshot(PICTURES.resolve("hawtio-flow.png"));
  }

  @Test
  void drawsAFlow() throws IOException {
    openFlow();

    browser.click(linkNamed("Route Diagram"));
    browser.awaitText("Bean permit", "Bean validate", "Bean transform", "Bean accept");
    // the count stands in the box, above its name
    browser.awaitTrue("/\\n[1-9][0-9]*\\s+Bean accept/.test(document.body.innerText)");
    browser.screenshot(PICTURES.resolve("hawtio-diagram.png"));
  }

  @Test
  void showsARouteThatIsPausedAsSuspended() throws Exception {
    agency("pause");
    await()
        .until(
            () ->
                camel.getRouteController().getRouteStatus("mhlw/send") == ServiceStatus.Suspended);

    openRoutes();

    browser.awaitText("mhlw/send", "Suspended");
    assertThat(browser.evaluate(rowOf("mhlw/send")).asText()).contains("Suspended");
    assertThat(browser.evaluate(rowOf("mhlw/receive")).asText()).contains("Started");
    browser.screenshot(PICTURES.resolve("hawtio-suspended.png"));
  }

  @Test
  void showsTheHubsOwnFigures() throws IOException {
    browser.open(hub.url() + "/actuator/hawtio/jmx");
    browser.click(buttonNamed("Expand all"));
    browser.click(node("renkei-Flow-" + HubClient.FLOW));

    browser.awaitText(TITLE, "OldestWaiting", "LastError", "ANSWERED");
    browser.screenshot(PICTURES.resolve("hawtio-figures.png"));
  }

  private void agency(String act) {
    hub.send(
        hub.request("operator", "/api/v1/agencies/mhlw/" + act)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"reason\": \"maintenance\"}")));
  }

  private void openRoutes() {
    browser.open(hub.url() + "/actuator/hawtio/camel");
    browser.click(buttonNamed("Expand all"));
    browser.click(camelNode("routes-folder"));
    browser.click(linkNamed("Routes"));
  }

  private void openFlow() {
    browser.open(hub.url() + "/actuator/hawtio/camel");
    browser.click(buttonNamed("Expand all"));
    browser.click(camelNode("routes-assessment-" + HubClient.FLOW + "-folder"));
  }

  /** A node of Camel's tree. */
  private String camelNode(String name) {
    return node("org.apache.camel-CamelContexts-" + camel.getManagementName() + "-" + name);
  }

  /** A node of the tree, by its text: the arrow before it only folds. */
  private static String node(String id) {
    return "document.getElementById('" + id + "')?.querySelector('[class*=node-text]')";
  }

  private static String buttonNamed(String name) {
    return "[...document.querySelectorAll('button')].find(b => b.innerText.trim() == '"
        + name
        + "')";
  }

  private static String linkNamed(String name) {
    return "[...document.querySelectorAll('a')].find(a => a.innerText.trim() == '" + name + "')";
  }

  private static String rowOf(String route) {
    return "[...document.querySelectorAll('tr')].find(r => r.innerText.includes('"
        + route
        + "')).innerText";
  }
}
