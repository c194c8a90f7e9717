package jp.renkei.inquiry.owner;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;

/**
 * A question as its owner sees it.
 *
 * @param id the id under which it is answered
 * @param asked when it was offered
 * @param deadline when the first of those who wait gives up
 * @param last when the last of them does
 * @param askers everybody who has asked it, as far as is known; the owner is not told
 * @param kept whether it is to be kept from the person's own view (不開示), because anybody wants it
 *     so
 * @param payload what is asked, with {@code kept} in it
 */
public record OwnersQuestion(
    String id,
    String flow,
    Instant asked,
    Instant deadline,
    Instant last,
    Set<String> askers,
    boolean kept,
    JsonNode payload) {}
