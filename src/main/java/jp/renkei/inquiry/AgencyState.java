package jp.renkei.inquiry;

/** How an agency is, in one word. */
public enum AgencyState {
  /** It takes messages. */
  OPEN,
  /** It is outside its service hours. */
  CLOSED,
  /** An operator paused it. */
  PAUSED,
  /** Its path does not work. */
  BROKEN
}
