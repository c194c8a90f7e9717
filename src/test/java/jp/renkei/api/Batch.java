package jp.renkei.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import jp.renkei.hub.HubClient;

/** Posts batches to the hub under test. */
final class Batch {

  static final String DOOR = "/api/v1/inquiries:batch";

  private final HubClient hub;

  Batch(HubClient hub) {
    this.hub = hub;
  }

  /** A line that the hub accepts. */
  String line(String key, String residentNumber) {
    ObjectNode line = hub.inquiry(residentNumber);
    return line.put("key", key).toString();
  }

  /** The same in a case. */
  String line(String key, String residentNumber, String caseId) {
    ObjectNode line = hub.inquiry(residentNumber).put("case", caseId);
    return line.put("key", key).toString();
  }

  /** The results of a batch of lines, each with its end. */
  List<JsonNode> post(String... lines) {
    HttpResponse<String> response =
        hub.send(request("caller").POST(BodyPublishers.ofString(String.join("\n", lines) + "\n")));
    return results(response);
  }

  /** The same of a body that is made while it is sent. */
  List<JsonNode> post(int count, IntFunction<String> lines) {
    return results(
        hub.send(
            request("caller").POST(BodyPublishers.ofInputStream(() -> new Made(count, lines)))));
  }

  HttpRequest.Builder request(String user) {
    return hub.request(user, DOOR).header("Content-Type", "application/x-ndjson");
  }

  private List<JsonNode> results(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    List<JsonNode> results = new ArrayList<>();
    response.body().lines().forEach(line -> results.add(hub.read(line)));
    return results;
  }

  /** Lines that are made one by one. */
  private static final class Made extends InputStream {

    private final int count;
    private final IntFunction<String> lines;
    private InputStream line = InputStream.nullInputStream();
    private int made;

    Made(int count, IntFunction<String> lines) {
      this.count = count;
      this.lines = lines;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      try {
        int read = line.read(target, offset, length);
        while (read < 0 && made < count) {
          line = new ByteArrayInputStream((lines.apply(made++) + "\n").getBytes(UTF_8));
          read = line.read(target, offset, length);
        }
        return read;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
