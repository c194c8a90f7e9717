package jp.renkei.inquiry;

/** What breaks a path. The names stand in its pause and its event. */
enum Trouble {
  /** Messages do not leave. */
  SENDING,
  /** Replies say that the agency cannot answer. */
  REPLIES,
  /** Nothing comes back. */
  SILENCE
}
