package jp.renkei.problem;

/**
 * The closed catalogue of what can be wrong. Codes are stable: 10xx the request, 11xx its sender,
 * 12xx its content, 13xx conflicts, 14xx size and rate, 15xx the hub itself.
 */
public enum Problem {
  MALFORMED(
      1001,
      400,
      "The body is not well-formed",
      "本文の形式が正しくありません",
      "Send one JSON object in UTF-8 and try again",
      "UTF-8のJSONオブジェクトを1つ送ってください"),
  NO_KEY(
      1002,
      400,
      "The Idempotency-Key header is missing or not 1 to 128 visible characters",
      "Idempotency-Keyヘッダーがないか、1〜128文字の可視文字ではありません",
      "Choose a key for this inquiry, keep it, and send it with every repeat",
      "照会ごとに鍵を決めて保存し、再送のたびに同じ鍵を付けてください"),
  BAD_PARAMETER(
      1003,
      400,
      "A query parameter is wrong",
      "問合せパラメーターが正しくありません",
      "Correct the parameter that is named and try again",
      "示されたパラメーターを直して再度送ってください"),
  UNSUPPORTED_MEDIA_TYPE(
      1004,
      415,
      "The content type is not accepted here",
      "このContent-Typeは受け付けられません",
      "Send application/json in UTF-8",
      "UTF-8のapplication/jsonで送ってください"),
  NOT_ACCEPTABLE(
      1005,
      406,
      "No representation that the request accepts",
      "要求されたAcceptの形式では返せません",
      "Accept application/json and application/problem+json",
      "Acceptにapplication/jsonを含めてください"),
  METHOD_NOT_ALLOWED(
      1006,
      405,
      "This door does not take that method",
      "このURLではそのメソッドを使えません",
      "Use a method that the interface names for this door",
      "インターフェースに記載のメソッドを使ってください"),
  NO_CREDENTIALS(
      1101,
      401,
      "No valid credentials",
      "有効な認証情報がありません",
      "Send the user and password that the operator issued",
      "発行された利用者名とパスワードを送ってください"),
  NOT_PERMITTED(
      1102,
      403,
      "Not permitted for this user",
      "この利用者には許可されていません",
      "Ask the hub's administrator for the right, or use another user",
      "管理者に権限を依頼するか、権限のある利用者で行ってください"),
  FLOW_NOT_PERMITTED(
      1103,
      403,
      "This caller may not use the flow",
      "この呼出元はこの連携を利用できません",
      "Ask the administrator to permit the flow to this caller",
      "この連携の利用許可を管理者に依頼してください"),
  NOT_FOUND(
      1104,
      404,
      "Nothing here by that name for this user",
      "該当するものがありません",
      "Check the address and the user",
      "URLと利用者を確かめてください"),
  UNKNOWN_FLOW(
      1201,
      422,
      "The flow is not in the catalogue",
      "連携が連携目録にありません",
      "Choose a flow from GET /api/v1/flows",
      "GET /api/v1/flows にある連携を指定してください"),
  UNKNOWN_FIELD(
      1202,
      422,
      "The body has a field that is not known",
      "未知の項目があります",
      "Remove the field that is named",
      "示された項目を取り除いてください"),
  INVALID_PAYLOAD(
      1203,
      422,
      "The payload does not fit the flow's schema",
      "ペイロードが連携のスキーマに合いません",
      "Correct the fields that are named; GET /api/v1/flows/{id} has the schema and an example",
      "示された項目を直してください。スキーマと例は GET /api/v1/flows/{id} にあります"),
  INVALID_FIELD(
      1204,
      422,
      "A field of the inquiry is missing or wrong",
      "照会の項目が足りないか正しくありません",
      "Correct the fields that are named",
      "示された項目を直してください"),
  DEADLINE_PAST(
      1205,
      422,
      "The deadline is in the past or too far away",
      "回答期限が過去か、先すぎます",
      "Choose a deadline in the future, or leave it out for the flow's own",
      "未来の期限を指定するか、省いて連携の既定値を使ってください"),
  KEY_REUSED(
      1301,
      409,
      "The Idempotency-Key was used with another body",
      "このIdempotency-Keyは別の本文で使われています",
      "Use a new key for a new inquiry",
      "新しい照会には新しい鍵を使ってください"),
  TOO_LARGE(
      1401,
      413,
      "The body is too large",
      "本文が大きすぎます",
      "Send less, or use the door for batches",
      "小さくするか、一括用の入口を使ってください"),
  UNAVAILABLE(
      1501,
      503,
      "The hub cannot accept now",
      "現在受け付けられません",
      "Repeat with the same Idempotency-Key after the time in Retry-After",
      "Retry-Afterの時間をおいて同じIdempotency-Keyで再送してください"),
  INTERNAL(
      1502,
      500,
      "The hub failed in a way it does not know",
      "想定外の障害が発生しました",
      "Repeat with the same Idempotency-Key; if it stays, tell the operator the time",
      "同じIdempotency-Keyで再送し、続く場合は時刻を運用者に伝えてください");

  private static final String BASE = "https://renkei.example/problems/";

  private final int number;
  private final int status;
  private final String title;
  private final String titleJa;
  private final String action;
  private final String actionJa;

  Problem(int number, int status, String title, String titleJa, String action, String actionJa) {
    this.number = number;
    this.status = status;
    this.title = title;
    this.titleJa = titleJa;
    this.action = action;
    this.actionJa = actionJa;
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

  /** What is wrong, in English. */
  public String title() {
    return title;
  }

  /** What is wrong, in Japanese. */
  public String titleJa() {
    return titleJa;
  }

  /** What the reader should do, in English. */
  public String action() {
    return action;
  }

  /** What the reader should do, in Japanese. */
  public String actionJa() {
    return actionJa;
  }
}
