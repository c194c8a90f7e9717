package jp.renkei.message.account;

/** The sources of the rules that compare a holder, as the answer names them. */
enum Basis {
  /** The characters of transfer records: both names are written in them and compared. */
  TRANSFER_RECORD("全国銀行協会 総合振込レコード・フォーマットの使用文字"),
  /** The project's own: what cannot be compared is left undetermined. */
  PROJECT_RULE("Renkei project rule (独自の取扱い)");

  private final String text;

  Basis(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  static Basis of(Finding matches) {
    return matches == Finding.UNDETERMINED ? PROJECT_RULE : TRANSFER_RECORD;
  }
}
