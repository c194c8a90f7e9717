package jp.renkei.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import jp.renkei.message.ReplyRefused.Reason;

/** A document from outside as text: at most 1 MiB of UTF-8. */
final class ReadableText {

  static final int MAX_BYTES = 1 << 20;

  private ReadableText() {}

  /**
   * @throws ReplyRefused {@code NOT_READABLE}
   */
  static String of(byte[] document) throws ReplyRefused {
    if (document.length > MAX_BYTES) {
      throw new ReplyRefused(Reason.NOT_READABLE, "larger than " + MAX_BYTES + " bytes");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
    } catch (CharacterCodingException wrongCharset) {
      throw new ReplyRefused(Reason.NOT_READABLE, "not UTF-8");
    }
  }
}
