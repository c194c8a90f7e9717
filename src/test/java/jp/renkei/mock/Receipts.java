package jp.renkei.mock;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Whether an agency acknowledges what it gets with a receipt number (処理通番) of its own. */
public enum Receipts {
  /** It does not. */
  @JsonProperty("none")
  NONE,
  /** It does, and answers with the inquiry number all the same. */
  @JsonProperty("given")
  GIVEN,
  /** It does, and its answers have that number only. */
  @JsonProperty("only")
  ONLY;

  /** The receipt number of an inquiry: the same one each time it comes. */
  public static String numberOf(String inquiryNumber) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(inquiryNumber.getBytes(StandardCharsets.UTF_8));
      return "U-" + HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
