package jp.renkei.ledger;

import java.time.Instant;

/**
 * T1: makes an inquiry durable, with its payloads, its event and its SEND row.
 *
 * @param claimedBy the incarnation that will send it at once from memory, or null when its memory
 *     is full and the row waits for whoever comes first
 * @param claimedUntil when that claim runs out, or null
 */
public record Accept(NewInquiry inquiry, String claimedBy, Instant claimedUntil)
    implements Command<Acceptance> {

  @Override
  public String key() {
    return inquiry.id();
  }

  @Override
  public CaseKey caseKey() {
    return inquiry.caseKey();
  }
}
