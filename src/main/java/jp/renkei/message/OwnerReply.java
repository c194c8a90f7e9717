package jp.renkei.message;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an owner told, valid and without contradictions.
 *
 * @param number the inquiry number
 * @param environment the environment mark
 * @param told the answer as it was given, never changed
 */
public record OwnerReply(String number, String environment, JsonNode told) implements Reply {

  /** What the owner says of itself: there is something, or there is definitely nothing. */
  @Override
  public ReplyClass replyClass() {
    return isFound() ? ReplyClass.ANSWERED : ReplyClass.NO_DATA;
  }

  /** Whether there is something. */
  public boolean isFound() {
    return "FOUND".equals(told.get("result").textValue());
  }

  /** Whether the owner keeps its answer from the person's own view (不開示). */
  public boolean isNonDisclosable() {
    return told.path("nonDisclosable").asBoolean();
  }
}
