package jp.renkei.ledger;

import java.time.Instant;
import java.util.List;
import jp.renkei.protection.SearchKeys.KeyedHash;

/**
 * An inquiry about to be accepted.
 *
 * @param provider the agency's member that is asked, by its code, or null
 * @param supersedes the inquiry that is asked again by this (二次照会), or null
 * @param byQueue whether its caller wants the outcome by queue, whatever is usual for that caller
 * @param asked what it asks, where that matters for the next, or null
 * @param nonDisclosable whether it is kept from the person's own view (不開示)
 * @param idempotencyKeys the key's hash under every live key, the newest first: an earlier inquiry
 *     may have been stored under an older one
 * @param fingerprints the body's hash under every live key, the newest first
 * @param request the caller's payload, sealed
 * @param message the agency's message, sealed
 * @param substituted what the message lost of the payload, or null for nothing
 */
public record NewInquiry(
    String id,
    String number,
    String caller,
    String flow,
    String agency,
    String provider,
    Lane lane,
    String caseId,
    String supersedes,
    boolean byQueue,
    Asked asked,
    String environment,
    KeyedHash subject,
    boolean nonDisclosable,
    List<KeyedHash> idempotencyKeys,
    List<KeyedHash> fingerprints,
    Instant accepted,
    Instant deadline,
    byte[] request,
    byte[] message,
    Substituted substituted) {

  /** How many characters of its payload were substituted in its message. */
  int substitutedCharacters() {
    return substituted == null ? 0 : substituted.characters();
  }

  /** The case that it belongs to, or null. */
  CaseKey caseKey() {
    return CaseKey.of(caller, caseId);
  }
}
