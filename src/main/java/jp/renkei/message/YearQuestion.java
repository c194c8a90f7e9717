package jp.renkei.message;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A question about a person and a fiscal year (年度).
 *
 * @param residentNumber the resident number (宛名番号), without leading zeros
 * @param year the fiscal year, four digits
 * @param nonDisclosable whether it is kept from the person's own view (不開示)
 */
public record YearQuestion(String residentNumber, int year, boolean nonDisclosable)
    implements Question {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneId.of("Asia/Tokyo"));

  @Override
  public String subject() {
    return residentNumber;
  }

  @Override
  public String sameness() {
    return residentNumber + " " + year;
  }

  /** The message: UTF-8, the same bytes for the same arguments. */
  public byte[] message(String layout, MessageHeader header) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("layout", layout);
    message.put("number", header.number());
    message.put("environment", header.environment());
    message.put("flow", header.flow());
    message.put("accepted", SECONDS.format(header.accepted()));
    message.put("residentNumber", residentNumber);
    message.put("year", year);
    message.put("nonDisclosable", nonDisclosable);
    try {
      return JSON.writeValueAsBytes(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
