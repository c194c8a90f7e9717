package jp.renkei.problem;

/**
 * Whether the same request may succeed when it is sent again. The hub itself never repeats what it
 * refused: nothing of it was accepted.
 */
public enum Retry {
  CORRECTED(
      "no; the caller sends it again when it is corrected, a refused post with the same Idempotency-Key",
      "しない。呼出元が直してから送る(拒否された照会は同じIdempotency-Keyでよい)"),
  NEW_KEY(
      "no; the caller sends it with a new Idempotency-Key, where it is a new inquiry",
      "しない。新しい照会であれば、呼出元が新しいIdempotency-Keyで送る"),
  ONCE_PERMITTED(
      "no; the caller sends it again once the right has been given", "しない。権限が与えられてから、呼出元が送る"),
  AFTER_PAUSE(
      "yes, by the caller after the seconds in Retry-After, a post with the same Idempotency-Key, as"
          + " often as it takes",
      "する。呼出元がRetry-Afterの秒数をおいて、受け付けられるまで繰り返す(照会は同じIdempotency-Keyで)"),
  REPLAYED(
      "no; an operator replays it, under the same number, when the cause is gone",
      "しない。原因が解消してから、運用者が同じ照会番号で再送を指示する"),
  WITH_GROWING_PAUSES(
      "yes, by the caller with pauses that grow, a post with the same Idempotency-Key",
      "する。呼出元が間隔を延ばしながら繰り返す(照会は同じIdempotency-Keyで)"),
  MADE_ANEW("no; the agency makes the file anew, under another name", "しない。提供機関が別のファイル名で作り直す");

  private final String en;
  private final String ja;

  Retry(String en, String ja) {
    this.en = en;
    this.ja = ja;
  }

  /** What readers see, in English. */
  public String en() {
    return en;
  }

  /** What readers see, in Japanese. */
  public String ja() {
    return ja;
  }
}
