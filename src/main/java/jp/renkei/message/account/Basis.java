package jp.renkei.message.account;

/** The sources of the rules on an account and its holder, as the answer names them. */
enum Basis {
  /** The characters of transfer records: both names are written in them and compared. */
  TRANSFER_RECORD("全国銀行協会 総合振込レコード・フォーマットの使用文字"),
  /** What may be registered (DOMAIN.md 5). */
  REGISTRATION("公金受取口座登録制度(本人名義の普通・当座預金)"),
  /** The project's own: what is not known or cannot be compared is left undetermined. */
  PROJECT_RULE("Renkei project rule (独自の取扱い)");

  private final String text;

  Basis(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  static Basis of(HolderComparison compared) {
    return determined(compared.matches(), TRANSFER_RECORD);
  }

  static Basis of(Usable usable) {
    return determined(usable.value(), REGISTRATION);
  }

  private static Basis determined(Finding finding, Basis rule) {
    return finding == Finding.UNDETERMINED ? PROJECT_RULE : rule;
  }
}
