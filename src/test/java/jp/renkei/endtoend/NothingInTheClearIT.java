package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.renkei.hub.AgreedKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing personal lies in the clear: after a day of everything, no number, name or account of it
 * stands in any file that the packaged hub leaves behind, nor in what operators are shown.
 *
 * <p>{@code data/demo} is left out: it stands for what lies elsewhere in production. There are the
 * keys, and the partners' folder, whose letters are plain by design, because the print vendor reads
 * them; and the mock agencies' own files and log.
 */
class NothingInTheClearIT {

  /** As Hawtio's own page would send back. */
  private static final String TOKEN = "0a0b0c0d-0000-4000-8000-000000000000";

  @TempDir Path folder;

  @Test
  void nothingPersonalIsFoundInWhatAHubLeavesBehind() throws Exception {
    ClearText personal = new ClearText();
    List<String> found = new ArrayList<>();
    String number;
    QueueOwner.configure(folder.resolve("data"));
    new AgreedKey(folder.resolve("data")).agree();
    try (Rig rig = Rig.together(folder)) {
      WholeRun run = new WholeRun(rig, personal);
      run.everyFlow();
      run.refusedPayloads();
      run.heldReplies();
      run.failures();
      run.letters();
      run.byHand();
      number = run.anyNumber();
      found.addAll(shownToOperators(rig, personal));
      rig.hub.kill9();
    }

    assertThat(personal.size()).isGreaterThan(150);
    files(path -> !path.startsWith(demo()) && !path.equals(folder.resolve("mock.log")))
        .forEach(file -> found.addAll(personal.in(file)));
    assertThat(found).isEmpty();

    seesWhatIsThere(number, personal);
  }

  /** The search is worth something: it finds the inquiries' numbers, and the names on letters. */
  private void seesWhatIsThere(String number, ClearText personal) throws IOException {
    ClearText numbers = new ClearText();
    numbers.add(number);
    assertThat(files(file -> !numbers.in(file).isEmpty()))
        .as("where an inquiry's number stands")
        .contains(folder.resolve("data/ledger.mv.db"))
        .anyMatch(file -> file.toString().endsWith(".amq"));
    assertThat(files(file -> file.startsWith(demo()) && !personal.in(file).isEmpty()))
        .as("letters")
        .anyMatch(file -> file.toString().endsWith(".html"))
        .anyMatch(file -> file.toString().endsWith(".csv"));
  }

  private List<String> shownToOperators(Rig rig, ClearText personal) throws Exception {
    List<String> found = new ArrayList<>();
    for (String path :
        List.of(
            "/actuator/prometheus",
            "/actuator/health",
            "/api/v1/agencies",
            "/api/v1/inquiries?limit=200",
            "/api/v1/events/export")) {
      byte[] shown = shown(rig, path.endsWith("export") ? "auditor" : "operator", path, null);
      assertThat(shown).isNotEmpty();
      found.addAll(personal.in(path, shown));
    }
    for (String beans : List.of("renkei:*", "org.apache.camel:type=routes,*")) {
      String read = "{\"type\": \"read\", \"mbean\": \"" + beans + "\"}";
      byte[] shown = shown(rig, "operator", "/actuator/jolokia", read);
      assertThat(new String(shown, StandardCharsets.UTF_8)).contains("registry");
      found.addAll(personal.in(beans, shown));
    }
    return found;
  }

  private static byte[] shown(Rig rig, String who, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + rig.hub.port() + path))
            .header("Authorization", rig.hub.credentials().of(who).basic());
    if (body != null) {
      request
          .header("Content-Type", "application/json")
          .header("Cookie", "XSRF-TOKEN=" + TOKEN)
          .header("X-XSRF-TOKEN", TOKEN)
          .POST(BodyPublishers.ofString(body));
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray()).body();
  }

  private Path demo() {
    return folder.resolve("data").resolve("demo");
  }

  private List<Path> files(Predicate<Path> which) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(which).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
