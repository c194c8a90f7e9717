package jp.renkei.message.employment;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The reasons for leaving that the hub knows (離職理由コード). Those that count as involuntary are from
 * DOMAIN.md 5 (特定受給資格者, 特定理由離職者); the others are those that public guides to the unemployment
 * benefit list beside them. Any other code is unknown and decides nothing.
 */
enum LeavingReason {
  /** 解雇. */
  DISMISSED("11", true),
  /** 天災等による解雇. */
  DISMISSED_AFTER_DISASTER("12", true),
  /** 雇止め(雇用期間3年以上). */
  NOT_RENEWED_AFTER_THREE_YEARS("21", true),
  /** 雇止め(3年未満、更新明示あり). */
  NOT_RENEWED_THOUGH_PROMISED("22", true),
  /** 期間満了(3年未満、更新明示なし). */
  TERM_ENDED_AGAINST_WISH("23", true),
  /** 期間満了(23 以外). */
  TERM_ENDED("24", false),
  /** 定年、移籍出向. */
  RETIRED_OR_TRANSFERRED("25", false),
  /** 事業主からの働きかけ. */
  URGED_BY_EMPLOYER("31", true),
  /** 事業所移転等. */
  WORKPLACE_MOVED("32", true),
  /** 正当な理由のある自己都合. */
  RESIGNED_WITH_GOOD_REASON("33", true),
  /** 特定の正当な理由のある自己都合(被保険者期間12か月未満). */
  RESIGNED_WITH_GOOD_REASON_SOON("34", true),
  /** 正当な理由のない自己都合. */
  RESIGNED("40", false),
  /** 正当な理由のない自己都合(45). */
  RESIGNED_SOON("45", false),
  /** 被保険者の責めに帰すべき重大な理由. */
  DISMISSED_FOR_CAUSE("50", false),
  /** 被保険者の責めに帰すべき重大な理由(55). */
  DISMISSED_FOR_CAUSE_SOON("55", false);

  private static final Map<String, LeavingReason> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(r -> r.code, Function.identity()));

  private final String code;
  private final boolean involuntary;

  LeavingReason(String code, boolean involuntary) {
    this.code = code;
    this.involuntary = involuntary;
  }

  static Optional<LeavingReason> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  Involuntary counts() {
    return Involuntary.of(involuntary);
  }
}
