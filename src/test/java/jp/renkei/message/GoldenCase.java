package jp.renkei.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One case of a golden folder: what a caller sends, what the agency gets, what it replies, what the
 * caller gets, and why.
 *
 * @param flow the flow's id, the folder's name
 * @param name the base name of its files
 */
public record GoldenCase(String flow, String name) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The caller's whole body, {@code {"flow": …, "payload": {…}}}. */
  public JsonNode request() {
    return json("request.json");
  }

  public JsonNode payload() {
    return request().required("payload");
  }

  /** The agency's message, made with {@link GoldenCases#header}. */
  public byte[] requestXml() {
    return bytes("request.xml");
  }

  /** The agency's reply, with the number of {@link GoldenCases#header}. */
  public byte[] replyXml() {
    return bytes("reply.xml");
  }

  /** The agency's message where it is JSON, made with {@link GoldenCases#header}. */
  public String requestMessage() {
    return text("request.message.json").strip();
  }

  /** The agency's reply where it is JSON, with the number of {@link GoldenCases#header}. */
  public byte[] replyMessage() {
    return bytes("reply.message.json");
  }

  /** The answer that the caller gets. */
  public JsonNode reply() {
    return json("reply.json");
  }

  public String notes() {
    return text("notes.md");
  }

  private String text(String extension) {
    return new String(bytes(extension), StandardCharsets.UTF_8);
  }

  Path file(String extension) {
    return GoldenCases.folder(flow).resolve(name + "." + extension);
  }

  /** Whether the case has another file. */
  public boolean has(String extension) {
    return Files.exists(file(extension));
  }

  /** Another file of the case, as JSON. */
  public JsonNode json(String extension) {
    try {
      return JSON.readTree(bytes(extension));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another file of the case. */
  public byte[] bytes(String extension) {
    try {
      return Files.readAllBytes(file(extension));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return flow + "/" + name;
  }
}
