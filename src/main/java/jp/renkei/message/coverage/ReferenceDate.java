package jp.renkei.message.coverage;

import java.time.LocalDate;

/**
 * The day that coverage is asked for (資格基準日).
 *
 * @param referenceDate on which the NHI here begins
 */
public record ReferenceDate(LocalDate referenceDate) {}
