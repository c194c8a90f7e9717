package jp.renkei.inquiry.owner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.Part;
import jp.renkei.protection.ContentCipher;

/** What an inquiry asks, as its caller wrote it. */
final class AskedContent {

  private final LedgerReader reader;
  private final ContentCipher contents;
  private final ObjectMapper json;

  AskedContent(LedgerReader reader, ContentCipher contents, ObjectMapper json) {
    this.reader = reader;
    this.contents = contents;
    this.json = json;
  }

  /** The payload, or nothing where it is purged. */
  Optional<JsonNode> of(String inquiryId) {
    return reader.payload(inquiryId, Part.REQUEST).map(content -> opened(inquiryId, content));
  }

  private JsonNode opened(String inquiryId, byte[] content) {
    try {
      return json.readTree(contents.open(content, Part.REQUEST.boundTo(inquiryId)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
