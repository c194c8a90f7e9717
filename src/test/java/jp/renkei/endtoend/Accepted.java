package jp.renkei.endtoend;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An inquiry that a hub accepted.
 *
 * @param key its idempotency key
 * @param body what was posted
 * @param id what the hub called it
 * @param number the inquiry number
 */
public record Accepted(String key, ObjectNode body, String id, String number) {

  /** The resident asked about, without leading zeros. */
  String subject() {
    return body.at("/payload/residentNumber").asText().replaceFirst("^0+(?=.)", "");
  }
}
