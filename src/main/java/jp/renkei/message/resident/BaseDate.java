package jp.renkei.message.resident;

import java.time.LocalDate;

/**
 * The day that a record is asked for (基準日).
 *
 * @param baseDate the day
 */
public record BaseDate(LocalDate baseDate) {}
