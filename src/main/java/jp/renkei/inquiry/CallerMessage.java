package jp.renkei.inquiry;

/**
 * A caller's message as it comes by queue, past the guard of its headers and not yet read: an
 * inquiry, or an owner's answer.
 *
 * @param id the broker's own for it, the same whenever it comes again
 * @param queue where it came
 * @param user the user who sent it, as the broker knows, or null
 * @param key the idempotency key beside the body, or null
 * @param correlation what the sender knows it by, or null
 * @param type what the sender says that it is, or null
 * @param replyTo the queue that is to have the outcome, as the sender names it, or null
 * @param keyId the id of the key it is encrypted with, or null
 * @param body the bytes, never null; empty where nothing may be read
 * @param fault why the transport will not read it, or null
 * @param times how often it has come, from 1
 */
public record CallerMessage(
    String id,
    String queue,
    String user,
    String key,
    String correlation,
    String type,
    String replyTo,
    String keyId,
    byte[] body,
    String fault,
    int times) {}
