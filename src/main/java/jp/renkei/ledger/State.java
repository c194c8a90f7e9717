package jp.renkei.ledger;

/** How far an inquiry is. Waiting is not a state: it is an attribute of what is due. */
public enum State {
  /** Durable in the ledger; not yet known to be sent. */
  ACCEPTED,
  /** The agency's queue or endpoint has it. */
  SENT,
  /** 自動応答不可: the provider's staff must decide. */
  HELD_BY_PROVIDER,
  /** It has its outcome. */
  ENDED
}
