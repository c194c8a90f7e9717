package jp.renkei.message.registry;

/**
 * What changed a person's record last (異動).
 *
 * @param reason 異動事由, the project's own codes of two digits, as the agency told it
 * @param date 異動年月日, {@code YYYY-MM-DD}
 */
public record Change(String reason, String date) {}
