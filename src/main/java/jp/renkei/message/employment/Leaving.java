package jp.renkei.message.employment;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One leaving of employment (離職) as the agency told it; an item is empty where it did not.
 *
 * @param leavingDate the last day of employment (離職年月日)
 * @param reasonCode 離職理由コード, two characters, as it came
 * @param qualification 受給資格区分, one or two characters, as it came
 * @param decisionDate when the entitlement was decided (受給資格決定日)
 */
public record Leaving(
    Optional<LocalDate> leavingDate,
    Optional<String> reasonCode,
    Optional<String> qualification,
    Optional<LocalDate> decisionDate) {}
