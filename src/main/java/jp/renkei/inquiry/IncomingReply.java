package jp.renkei.inquiry;

/**
 * A reply as its transport gives it, past the guard of its headers.
 *
 * @param agency the agency whose address it came from
 * @param number the inquiry number or the agency's receipt number that its correlation names;
 *     anything may stand there
 * @param keyId the id of the key it is encrypted with, or null
 * @param body the bytes, never null; empty where nothing may be read
 * @param fault why the transport will not read it, or null
 */
public record IncomingReply(
    String agency, String number, String keyId, byte[] body, String fault) {}
