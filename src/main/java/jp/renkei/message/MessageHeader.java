package jp.renkei.message;

import java.time.Instant;

/**
 * What every message to an agency carries beside the question.
 *
 * @param number the inquiry number, the correlation with the reply
 * @param flow the flow's id
 * @param environment the environment mark (DOMAIN.md 0, "Before production"): production, staging,
 *     demo or test
 * @param accepted when the hub accepted the inquiry; written as an offset date-time of Asia/Tokyo
 *     in whole seconds
 */
public record MessageHeader(String number, String flow, String environment, Instant accepted) {}
