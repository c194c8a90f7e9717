package jp.renkei.message.employment;

/** The sources of the rules that judge a leaving, as the answer names them. */
enum Basis {
  /** The order that defines 特例対象被保険者等: reason, age, kind of entitlement and months. */
  ENFORCEMENT_ORDER("国民健康保険法施行令第29条の7の2第2項"),
  /** The project's own: what is not known or not ruled on is left undetermined. */
  PROJECT_RULE("Renkei project rule (独自の取扱い)");

  private final String text;

  Basis(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  static Basis of(Involuntary involuntary) {
    return involuntary == Involuntary.UNDETERMINED ? PROJECT_RULE : ENFORCEMENT_ORDER;
  }
}
