package jp.renkei.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Writes a JSON tree at once and with its length. Written as a stream it would leave in chunks, and
 * every answer in two packets.
 */
final class WriteTree extends AbstractHttpMessageConverter<JsonNode> {

  private final ObjectMapper json;

  WriteTree(ObjectMapper json) {
    super(MediaType.APPLICATION_JSON);
    this.json = json;
  }

  @Override
  protected boolean supports(Class<?> type) {
    return JsonNode.class.isAssignableFrom(type);
  }

  @Override
  public boolean canRead(Class<?> type, MediaType mediaType) {
    return false;
  }

  @Override
  protected JsonNode readInternal(Class<? extends JsonNode> type, HttpInputMessage input) {
    throw new HttpMessageNotReadableException("Doors read for themselves", input);
  }

  @Override
  protected void writeInternal(JsonNode tree, HttpOutputMessage output) throws IOException {
    byte[] bytes = json.writeValueAsBytes(tree);
    output.getHeaders().setContentLength(bytes.length);
    output.getBody().write(bytes);
  }
}
