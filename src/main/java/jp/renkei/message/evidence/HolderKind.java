package jp.renkei.message.evidence;

/** Who holds evidence (照会先種別), and what is asked there. */
public enum HolderKind {
  /** 病院又は診療所. */
  HOSPITAL_OR_CLINIC(Matter.STAYS, "療養の期間", "療養（入院）の開始日と終了日（期間ごと）"),
  /** 少年院. */
  JUVENILE_TRAINING_SCHOOL(Matter.STAYS, "収容の期間", "収容の開始日と終了日（期間ごと）"),
  /** 刑務所等. */
  PENAL_INSTITUTION(Matter.STAYS, "収容の期間", "収容の開始日と終了日（期間ごと）"),
  /** 損害(火災)保険. */
  DAMAGE_INSURER(Matter.DAMAGE, "損害の状況", "罹災日、原因（火災・風水害・地震・その他）、損害の程度（全損・半損・一部損）、支払保険金"),
  /** 税務署. */
  TAX_OFFICE(Matter.TAXES, "国税の申告の状況", "年分ごとの税目（所得税・消費税）、申告の有無、税額"),
  /** 道府県税. */
  PREFECTURAL_TAX_OFFICE(Matter.TAXES, "道府県税の申告の状況", "年分ごとの個人事業税の申告の有無、税額");

  private final Matter matter;
  private final String title;
  private final String asked;

  HolderKind(Matter matter, String title, String asked) {
    this.matter = matter;
    this.title = title;
    this.asked = asked;
  }

  Matter matter() {
    return matter;
  }

  /** What is asked, as the letter says it. */
  String title() {
    return title;
  }

  /** What is to be filled in, as the form says it. */
  String asked() {
    return asked;
  }

  /** Whether stays here are those of the NHI Act's art. 59, during which no benefit is given. */
  boolean confines() {
    return this == JUVENILE_TRAINING_SCHOOL || this == PENAL_INSTITUTION;
  }

  /** What a holder is asked for. */
  enum Matter {
    STAYS("stays"),
    DAMAGE("damage"),
    TAXES("taxes");

    private final String field;

    Matter(String field) {
      this.field = field;
    }

    /** Its field in what is keyed in. */
    String field() {
      return field;
    }
  }
}
