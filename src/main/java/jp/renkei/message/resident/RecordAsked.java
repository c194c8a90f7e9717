package jp.renkei.message.resident;

import java.time.LocalDate;
import java.util.List;

/**
 * What a caller asks about a person's resident record.
 *
 * @param baseDate 基準日
 * @param householdMembers the others of the household, or null
 */
public record RecordAsked(LocalDate baseDate, List<String> householdMembers) {}
