package jp.renkei.api;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.PrintedDocument;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Knocks at every door without credentials, as each role and as another caller, and prints who gets
 * in; {@link ContractRightsIT} holds the same against the contract.
 */
@HubTest
class DoorTableIT {

  private static final List<String> ROLES =
      List.of("caller", "operator", "releaser", "auditor", "admin", "agency");

  /** Doors that are no part of the contract, and some that do not exist. */
  private static final List<Door> OTHERS =
      List.of(
          new Door("GET", "/actuator"),
          new Door("GET", "/actuator/env"),
          new Door("GET", "/actuator/heapdump"),
          new Door("GET", "/actuator/prometheus"),
          new Door("GET", "/actuator/hawtio/"),
          new Door("GET", "/actuator/hawtio/proxy"),
          new Door("GET", "/actuator/jolokia"),
          new Door("POST", "/actuator/jolokia"),
          new Door("GET", "/mock/agencies/mhlw/received"),
          new Door("GET", "/api/v1/made-up"),
          new Door("POST", "/api/v2/inquiries"),
          new Door("GET", "/h2-console"),
          new Door("GET", "/"));

  private static final String CLOSED = "–";

  private final Contract contract = new Contract();

  @Autowired private HubClient hub;

  @Test
  void thePrintedTableIsWhatTheDoorsDo() throws IOException {
    String inquiry =
        hub.read(hub.post(newKey(), "20s", hub.inquiry("0012345678").toString()))
            .get("id")
            .textValue();
    List<String> rows = new ArrayList<>();
    for (Door door : doors()) {
      rows.add(row(door, inquiry));
    }

    PrintedDocument.assertPrinted(
        Path.of("docs/security.md"),
        "doors",
        getClass(),
        "| door | nobody | "
            + String.join(" | ", ROLES)
            + " |\n|---|"
            + "---|".repeat(ROLES.size() + 1)
            + "\n"
            + String.join("", rows));
  }

  private List<Door> doors() {
    return Stream.concat(
            contract.operations().stream()
                .map(each -> new Door(each.method().toUpperCase(Locale.ROOT), each.path())),
            OTHERS.stream())
        .toList();
  }

  private String row(Door door, String inquiry) {
    String cells =
        ROLES.stream()
            .map(role -> cell(door, role, inquiry))
            .collect(Collectors.joining(" | ", "", " |\n"));
    return "| `" + door + "` | " + nobody(door, inquiry) + " | " + cells;
  }

  private String nobody(Door door, String inquiry) {
    int status = knock(null, door, inquiry, "{}").statusCode();
    return status == 401 ? CLOSED : "yes";
  }

  private String cell(Door door, String role, String inquiry) {
    int status = knock(role, door, inquiry, "{}").statusCode();
    assertThat(status).as("%s as %s", door, role).isNotEqualTo(401).isLessThan(500);
    if (status == 403) {
      return CLOSED;
    }
    return role.equals("caller") && isClosedToOthers(door, inquiry) ? "own" : "yes";
  }

  /** Whether what the caller nhi has there is nothing for the caller tax. */
  private boolean isClosedToOthers(Door door, String inquiry) {
    HttpResponse<String> others = knock("tax", door, inquiry, asked(door));
    if (door.path().startsWith("/api/v1/inquiries/{id}")) {
      assertThat(others.statusCode()).as("%s of another caller", door).isEqualTo(404);
      return true;
    }
    String own = knock("caller", door, inquiry, "{}").body();
    return others.statusCode() == 403
        || Stream.of(inquiry, "\"mhlw\"")
            .anyMatch(its -> door.isList() && own.contains(its) && !others.body().contains(its));
  }

  private String asked(Door door) {
    return door.path().equals("/api/v1/inquiries")
        ? hub.inquiry("0012345678").toString()
        : "{\"reason\": \"not mine\"}";
  }

  private HttpResponse<String> knock(String user, Door door, String inquiry, String body) {
    HttpRequest.Builder request =
        hub.request(user, path(door, inquiry))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", newKey())
            // what a browser's page has to bring
            .header("Cookie", "XSRF-TOKEN=token")
            .header("X-XSRF-TOKEN", "token");
    return hub.send(
        request.method(
            door.method(),
            door.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  private String path(Door door, String inquiry) {
    return door.path().startsWith("/api/v1/inquiries/{id}")
        ? door.path().replace("{id}", inquiry)
        : contract.operations().stream()
            .filter(each -> each.path().equals(door.path()))
            .findFirst()
            .map(Operation::examplePath)
            .orElse(door.path());
  }

  /** A method at a path. */
  private record Door(String method, String path) {

    boolean isList() {
      return method.equals("GET") && (path.endsWith("/inquiries") || path.endsWith("/agencies"));
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }
}
