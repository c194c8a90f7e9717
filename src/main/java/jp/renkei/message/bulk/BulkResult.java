package jp.renkei.message.bulk;

import java.util.Arrays;
import java.util.Optional;
import jp.renkei.message.ReplyClass;

/**
 * What 照会処理結果メッセージ says of one person's 特定個人情報名. {@code 正常終了} is known to mean success; the other
 * texts are the project's own.
 */
public enum BulkResult {
  ANSWERED("正常終了"),
  PARTIAL("一部項目未設定"),
  NO_DATA("該当なし"),
  NOT_IDENTIFIED("符号未取得"),
  HELD("自動応答不可"),
  WITHHELD("提供不可"),
  REJECTED("照会不可"),
  TEMPORARY("提供者停止中"),
  SYSTEM_ERROR("システムエラー");

  private final String text;

  BulkResult(String text) {
    this.text = text;
  }

  /** The text, as it stands in the record. */
  public String text() {
    return text;
  }

  /** The class that the single channel tells for the same. */
  public ReplyClass replyClass() {
    return ReplyClass.valueOf(name());
  }

  static Optional<BulkResult> of(String text) {
    return Arrays.stream(values()).filter(result -> result.text.equals(text)).findFirst();
  }
}
