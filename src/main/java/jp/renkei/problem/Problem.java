package jp.renkei.problem;

import java.util.Arrays;
import java.util.Optional;

/**
 * The closed catalogue of what can be wrong. Codes are stable: 10xx the request, 11xx its sender,
 * 12xx its content, 13xx conflicts, 14xx size and rate, 15xx the hub itself, 16xx why an accepted
 * inquiry failed, told with it, 17xx agencies' files, told in events and the log. The words stand
 * beside it in {@code problems_en.properties} and {@code problems_ja.properties}; {@code
 * docs/errors.md} is printed from both.
 */
public enum Problem {
  MALFORMED(1001, 400, Actor.CALLER, Retry.CORRECTED),
  NO_KEY(1002, 400, Actor.CALLER, Retry.CORRECTED),
  BAD_PARAMETER(1003, 400, Actor.CALLER, Retry.CORRECTED),
  UNSUPPORTED_MEDIA_TYPE(1004, 415, Actor.CALLER, Retry.CORRECTED),
  NOT_ACCEPTABLE(1005, 406, Actor.CALLER, Retry.CORRECTED),
  METHOD_NOT_ALLOWED(1006, 405, Actor.CALLER, Retry.CORRECTED),
  FILE_NOT_WHOLE(1007, 422, Actor.CALLER, Retry.CORRECTED),
  NO_CREDENTIALS(1101, 401, Actor.CALLER, Retry.CORRECTED),
  NOT_PERMITTED(1102, 403, Actor.ADMINISTRATOR, Retry.ONCE_PERMITTED),
  FLOW_NOT_PERMITTED(1103, 403, Actor.ADMINISTRATOR, Retry.ONCE_PERMITTED),
  NOT_FOUND(1104, 404, Actor.CALLER, Retry.CORRECTED),
  SAME_PERSON(1106, 403, Actor.HUB, Retry.CORRECTED),
  ITEM_NOT_PERMITTED(1107, 403, Actor.ADMINISTRATOR, Retry.ONCE_PERMITTED),
  UNKNOWN_FLOW(1201, 422, Actor.CALLER, Retry.CORRECTED),
  UNKNOWN_FIELD(1202, 422, Actor.CALLER, Retry.CORRECTED),
  INVALID_PAYLOAD(1203, 422, Actor.CALLER, Retry.CORRECTED),
  INVALID_FIELD(1204, 422, Actor.CALLER, Retry.CORRECTED),
  DEADLINE_PAST(1205, 422, Actor.CALLER, Retry.CORRECTED),
  NO_WISH(1206, 422, Actor.CALLER, Retry.CORRECTED),
  WRONG_DOCUMENT_NUMBER(1211, 422, Actor.HUB, Retry.CORRECTED),
  INVALID_REPLY(1212, 422, Actor.HUB, Retry.CORRECTED),
  INVALID_ANSWER(1213, 422, Actor.CALLER, Retry.CORRECTED),
  INDIVIDUAL_NUMBER(1221, 422, Actor.CALLER, Retry.CORRECTED),
  TEST_SUBJECT(1222, 422, Actor.CALLER, Retry.CORRECTED),
  CHARACTERS_NOT_TAKEN(1223, 422, Actor.CALLER, Retry.CORRECTED),
  OWN_CITY(1231, 422, Actor.CALLER, Retry.CORRECTED),
  ABROAD(1232, 422, Actor.CALLER, Retry.CORRECTED),
  NOT_BY_QUEUE(1233, 422, Actor.CALLER, Retry.CORRECTED),
  KEY_REUSED(1301, 409, Actor.CALLER, Retry.NEW_KEY),
  NOT_REPLAYABLE(1302, 409, Actor.CALLER, Retry.CORRECTED),
  NOT_CANCELLABLE(1303, 409, Actor.CALLER, Retry.CORRECTED),
  PURGED(1304, 410, Actor.CALLER, Retry.CORRECTED),
  ASKED_BEFORE(1305, 409, Actor.CALLER, Retry.CORRECTED),
  STILL_ASKED(1311, 409, Actor.HUB, Retry.CORRECTED),
  NOT_ANSWERABLE(1312, 409, Actor.HUB, Retry.CORRECTED),
  NOTHING_KEYED(1313, 409, Actor.HUB, Retry.CORRECTED),
  KEYED_DIFFERENTLY(1314, 409, Actor.HUB, Retry.CORRECTED),
  CASE_COMPLETED(1321, 409, Actor.CALLER, Retry.CORRECTED),
  CASE_SEALED(1322, 409, Actor.CALLER, Retry.CORRECTED),
  QUESTION_ANSWERED(1331, 409, Actor.CALLER, Retry.CORRECTED),
  QUESTION_OVER(1332, 409, Actor.CALLER, Retry.CORRECTED),
  TOO_LARGE(1401, 413, Actor.CALLER, Retry.CORRECTED),
  SHARE_USED(1402, 429, Actor.CALLER, Retry.AFTER_PAUSE),
  FAILED_LOGINS(1403, 429, Actor.CALLER, Retry.AFTER_PAUSE),
  TOO_MANY_AT_ONCE(1411, 429, Actor.CALLER, Retry.AFTER_PAUSE),
  UNAVAILABLE(1501, 503, Actor.CALLER_THEN_HUB, Retry.AFTER_PAUSE),
  INTERNAL(1502, 500, Actor.CALLER_THEN_HUB, Retry.WITH_GROWING_PAUSES),
  EVIDENCE_BEHIND(1503, 503, Actor.CALLER_THEN_HUB, Retry.AFTER_PAUSE),
  INTAKE_FULL(1511, 503, Actor.CALLER_THEN_HUB, Retry.AFTER_PAUSE),
  DISK_NEARLY_FULL(1512, 503, Actor.CALLER_THEN_HUB, Retry.AFTER_PAUSE),
  AGENCY_KEPT_FAILING(1601, 200, Actor.HUB, Retry.REPLAYED),
  AGENCY_REFUSED(1602, 200, Actor.HUB, Retry.REPLAYED),
  REPLY_FILE_SET_ASIDE(1701, 200, Actor.HUB, Retry.MADE_ANEW),
  RECORD_HELD(1702, 200, Actor.HUB, Retry.MADE_ANEW);

  private static final String BASE = "https://renkei.example/problems/";

  private final int number;
  private final int status;
  private final Actor actor;
  private final Retry retry;

  Problem(int number, int status, Actor actor, Retry retry) {
    this.number = number;
    this.status = status;
    this.actor = actor;
    this.retry = retry;
  }

  /** The problem with a code, or nothing. */
  public static Optional<Problem> byCode(String code) {
    return Arrays.stream(values()).filter(problem -> problem.code().equals(code)).findFirst();
  }

  /** The stable code, {@code RK-} and four digits. */
  public String code() {
    return "RK-" + number;
  }

  /** The problem's identifier as RFC 9457 has it. */
  public String type() {
    return BASE + code();
  }

  /** The HTTP status it is told with. */
  public int status() {
    return status;
  }

  /** Who must act. */
  public Actor actor() {
    return actor;
  }

  /** Whether, by whom and when the same request is sent again. */
  public Retry retry() {
    return retry;
  }

  /** What is wrong, in English. */
  public String title() {
    return Wording.english(code(), "title");
  }

  /** What is wrong, in Japanese. */
  public String titleJa() {
    return Wording.japanese(code(), "title");
  }

  /** Why the hub says so, in English. */
  public String cause() {
    return Wording.english(code(), "cause");
  }

  /** Why the hub says so, in Japanese. */
  public String causeJa() {
    return Wording.japanese(code(), "cause");
  }

  /** What the reader should do, in English. */
  public String action() {
    return Wording.english(code(), "action");
  }

  /** What the reader should do, in Japanese. */
  public String actionJa() {
    return Wording.japanese(code(), "action");
  }
}
