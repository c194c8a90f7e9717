package jp.renkei.message.tax;

import java.util.Arrays;
import java.util.Optional;
import jp.renkei.message.network.Determination;

/** Whether income was declared (申告区分); the code values are the project's own. */
enum Declaration {
  /** 申告あり. */
  DECLARED("1", Determination.YES),
  /** 未申告: not a zero. */
  UNDECLARED("2", Determination.NO),
  /** 課税保留: what is declared is not decided on yet. */
  SUSPENDED("3", Determination.UNDETERMINED);

  private final String code;
  private final Determination declared;

  Declaration(String code, Determination declared) {
    this.code = code;
    this.declared = declared;
  }

  static Optional<Declaration> of(String code) {
    return Arrays.stream(values()).filter(known -> known.code.equals(code)).findFirst();
  }

  String code() {
    return code;
  }

  Determination declared() {
    return declared;
  }
}
