package jp.renkei.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What must not be possible at the console, tried. */
@HubTest
class ConsoleAttacksIT {

  private static final String HAWTIO = "/actuator/hawtio/jolokia";
  private static final String JOLOKIA = "/actuator/jolokia";

  @Autowired private HubClient hub;
  @Autowired private CamelContext camel;
  private final Logger audit = (Logger) LoggerFactory.getLogger(JolokiaGuard.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    audit.addAppender(lines);
  }

  @AfterEach
  void deafen() {
    audit.detachAppender(lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stop()",
        "stop",
        "stop(long)",
        "suspend()",
        "remove()",
        "updateRouteFromXml(java.lang.String)",
        "reset()",
        "resetStatistics()",
        "dumpRouteAsXmlAndStop()"
      })
  void aRouteIsNotTouched(String operation) {
    for (String user : List.of("operator", "auditor", "admin")) {
      assertRefused(user, exec("type=routes,name=\"mhlw/send\"", operation));
    }
    assertThat(camel.getRouteController().getRouteStatus("mhlw/send"))
        .isEqualTo(ServiceStatus.Started);
    assertAudited(operation.replaceAll("\\(.*", ""));
  }

  @Test
  void manyRoutesAreNotTouchedAtOnce() {
    assertRefused(
        "admin",
        "{\"type\":\"exec\",\"mbean\":\"org.apache.camel:type=routes,*\",\"operation\":\"stop()\"}");
    assertRefused(
        "admin",
        "{\"type\":\"exec\",\"mbean\":\"org.apache.camel:type=routes,*\",\"operation\":"
            + "\"dumpRouteAsXml()\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sendBody(java.lang.String,java.lang.Object)",
        "sendStringBody(java.lang.String,java.lang.String)",
        "requestBody(java.lang.String,java.lang.Object)",
        "sendBodyAndHeaders(java.lang.String,java.lang.Object,java.util.Map)",
        "stop()",
        "addOrUpdateRoutesFromXml(java.lang.String)",
        "setGlobalOption(java.lang.String,java.lang.String)",
        "getGlobalOption(java.lang.String)"
      })
  void noBodyIsSentAndNoSettingIsTouched(String operation) {
    assertRefused("admin", exec("type=context,name=\"renkei\"", operation));
    assertAudited(operation.replaceAll("\\(.*", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type=endpoints,name=\"direct://assessment.mhlw-employment\" | browseAllMessagesAsXml(java.lang.Boolean)",
        "type=endpoints,name=\"direct://assessment.mhlw-employment\" | browseMessageBody(java.lang.Integer)",
        "type=services,name=DefaultInflightRepository | browse()",
        "type=tracer,name=BacklogTracer | dumpAllTracedMessagesAsXml()",
        "type=tracer,name=BacklogDebugger | enableDebugger()"
      })
  void nothingIsBrowsed(String bean, String operation) {
    assertRefused("auditor", exec(bean, operation));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java.lang:type=Runtime | SystemProperties",
        "java.lang:type=Runtime | InputArguments",
        "java.lang:type=Runtime | ClassPath",
        "org.apache.camel:context=*,type=context,* | GlobalOptions",
        "org.apache.camel:context=*,type=components,name=\"jms\" | State",
        "com.sun.management:type=HotSpotDiagnostic | DiagnosticOptions",
        "com.zaxxer.hikari:type=PoolConfig* | Password",
        "Catalina:type=Server | port",
        "jolokia:type=Config,* | Debug"
      })
  void noSettingAndNoSecretIsRead(String bean, String attribute) {
    JsonNode told =
        hub.read(
            ask(
                "admin",
                HAWTIO,
                "{\"type\":\"read\",\"mbean\":\""
                    + bean.replace("\"", "\\\"")
                    + "\",\"attribute\":\""
                    + attribute
                    + "\"}"));
    assertThat(told.get("status").asInt()).as(told.toString()).isIn(403, 404);
    assertThat(told.has("value")).isFalse();
  }

  @Test
  void nothingIsWritten() {
    assertRefused(
        "admin",
        "{\"type\":\"write\",\"mbean\":\"org.apache.camel:context=renkei,type=context,"
            + "name=\\\"renkei\\\"\",\"attribute\":\"Tracing\",\"value\":true}");
    assertRefused(
        "admin",
        "{\"type\":\"write\",\"mbean\":\"java.lang:type=Memory\",\"attribute\":\"Verbose\","
            + "\"value\":true}");
    assertAudited("Tracing");
  }

  @Test
  void theMachineIsNotTouched() {
    assertRefused(
        "admin",
        "{\"type\":\"exec\",\"mbean\":\"com.sun.management:type=HotSpotDiagnostic\","
            + "\"operation\":\"dumpHeap\",\"arguments\":[\"/tmp/heap.hprof\",true]}");
    assertRefused(
        "admin",
        "{\"type\":\"exec\",\"mbean\":\"com.sun.management:type=DiagnosticCommand\","
            + "\"operation\":\"vmSystemProperties\"}");
  }

  @Test
  void whatMayNotBeReadIsNotListed() {
    JsonNode listed = hub.read(ask("admin", HAWTIO, "{\"type\":\"list\"}")).get("value");

    assertThat(listed.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("java.lang", "org.apache.camel", "renkei");
    assertThat(listed.get("org.apache.camel").fieldNames())
        .toIterable()
        .isNotEmpty()
        .allMatch(
            name -> name.matches(".*type=(context|routes|processors|consumers|endpoints)\\b.*"));
  }

  @Test
  void noOtherMachineIsAskedThroughTheHub() throws IOException {
    try (ServerSocketChannel elsewhere = ServerSocketChannel.open()) {
      elsewhere.bind(new InetSocketAddress("127.0.0.1", 0)).configureBlocking(false);
      int port = elsewhere.socket().getLocalPort();

      ask(
          "admin",
          HAWTIO,
          "{\"type\":\"read\",\"mbean\":\"java.lang:type=Memory\",\"attribute\":"
              + "\"HeapMemoryUsage\",\"target\":{\"url\":\"service:jmx:rmi:///jndi/rmi://127.0.0.1:"
              + port
              + "/jmxrmi\"}}");
      for (String user : List.of("operator", "auditor", "admin")) {
        assertThat(
                hub.get(user, "/actuator/hawtio/proxy/http/127.0.0.1/" + port + "/").statusCode())
            .isEqualTo(403);
      }

      assertThat(elsewhere.accept()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {HAWTIO, JOLOKIA})
  void aPageElsewhereCannotActWithTheBrowsersLogin(String door) {
    String request = "{\"type\":\"version\"}";
    HttpResponse<String> withoutToken =
        hub.send(
            hub.request("operator", door)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(request)));
    assertThat(withoutToken.statusCode()).isEqualTo(403);
    for (String link :
        List.of("/version", "/read/renkei:type=Ledger", "/exec/java.lang:type=Memory/gc")) {
      assertThat(hub.get("operator", door + link).statusCode()).as(link).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/hawtio",
        "/actuator/hawtio/",
        "/actuator/hawtio/index.html",
        "/actuator/hawtio/jolokia",
        "/actuator/jolokia",
        "/actuator/jolokia/",
        "/actuator/jolokia/version"
      })
  void onlyThoseWhoMayLookComeIn(String path) {
    assertThat(hub.get(null, path).statusCode()).isEqualTo(401);
    for (String user : List.of("caller", "tax", "releaser")) {
      assertThat(hub.get(user, path).statusCode()).as(user).isEqualTo(403);
      assertThat(ask(user, path, "{\"type\":\"version\"}").statusCode()).as(user).isEqualTo(403);
    }
    assertThat(hub.get("auditor", path).statusCode()).isNotIn(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/jolokia",
        "/hawtio",
        "/actuator",
        "/actuator/env",
        "/actuator/heapdump",
        "/actuator/hawtio/../env",
        "/actuator/hawtio/..;/env",
        "/actuator/beans",
        "/jolokia/version"
      })
  void nothingElseOfTheActuatorIsThere(String path) {
    assertThat(hub.get("admin", path).statusCode()).isIn(400, 403, 404);
  }

  @Test
  void lookingIsPossible() {
    for (String user : List.of("operator", "auditor", "admin")) {
      JsonNode told =
          hub.read(ask(user, HAWTIO, exec("type=routes,name=\"mhlw/send\"", "dumpRouteAsXml()")));
      assertThat(told.get("status").asInt()).as(told.toString()).isEqualTo(200);
      assertThat(told.get("value").asText()).contains("id=\"mhlw/send\"");
    }
  }

  private void assertRefused(String user, String request) {
    JsonNode told = hub.read(ask(user, HAWTIO, request));
    assertThat(told.get("status").asInt()).as(told.toString()).isEqualTo(403);
    assertThat(told.has("value")).isFalse();
    assertThat(hub.read(ask(user, JOLOKIA, request)).get("status").asInt()).isEqualTo(403);
  }

  private void assertAudited(String act) {
    assertThat(List.copyOf(lines.list))
        .extracting(ILoggingEvent::getFormattedMessage)
        .anySatisfy(line -> assertThat(line).startsWith("Refused to admin / ").contains(act));
  }

  private String exec(String bean, String operation) {
    return "{\"type\":\"exec\",\"mbean\":\"org.apache.camel:context="
        + camel.getManagementName()
        + ","
        + bean.replace("\"", "\\\"")
        + "\",\"operation\":\""
        + operation
        + "\"}";
  }

  /** As Hawtio's own page would: with the token that it was given. */
  private HttpResponse<String> ask(String user, String door, String request) {
    String token = "0a0b0c0d-0000-4000-8000-000000000000";
    HttpRequest.Builder post =
        hub.request(user, door)
            .header("Content-Type", "application/json")
            .header("Cookie", "XSRF-TOKEN=" + token)
            .header("X-XSRF-TOKEN", token)
            .POST(BodyPublishers.ofString(request));
    return hub.send(post);
  }
}
