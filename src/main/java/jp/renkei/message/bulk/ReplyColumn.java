package jp.renkei.message.bulk;

/**
 * The first columns of every kind's reply. 宛名番号 (2) is known of two kinds, 照会処理結果メッセージ (27) of one
 * (DOMAIN.md 2.2); the other places are the project's own, the request's fields in their order.
 */
enum ReplyColumn {
  RESIDENT(2, "宛名番号"),
  REQUESTED(4, "照会依頼日時"),
  ENVIRONMENT(6, "情報照会者ユーザーID (環境区分)"),
  INFORMATION(14, "特定個人情報名コード"),
  FROM(17, "照会開始日付"),
  LAYOUT(19, "レイアウト版"),
  NON_DISCLOSABLE(20, "提供側不開示コード"),
  PROVIDER_STOPPED(21, "提供者停止"),
  RESULT(27, "照会処理結果メッセージ");

  /** The last column that all kinds share. */
  static final int SHARED = 27;

  private final int column;
  private final String title;

  ReplyColumn(int column, String title) {
    this.column = column;
    this.title = title;
  }

  int column() {
    return column;
  }

  String title() {
    return title;
  }
}
