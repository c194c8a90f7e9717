package jp.renkei.mock;

import java.time.Duration;

/**
 * A reply that is to go out.
 *
 * @param after how long it waits first
 * @param number the correlation it goes out with
 * @param content in clear
 */
record Outgoing(Duration after, String number, byte[] content) {}
