package jp.renkei.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The caller nhi of a demo hub that has not started yet, as an owner that takes questions by queue.
 */
final class QueueOwner {

  private QueueOwner() {}

  /** Writes what the demo leaves as it is, and adds the others to. */
  static void configure(Path data) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode credentials = json.createObjectNode();
    credentials
        .putObject("caller")
        .put("user", "nhi")
        .put("password", UUID.randomUUID().toString())
        .put("questions", "queue");
    Path demo = Files.createDirectories(data.resolve("demo"));
    Files.write(demo.resolve("credentials.json"), json.writeValueAsBytes(credentials));
  }
}
