package jp.renkei.message.care;

import java.util.List;

/**
 * What a caller asks about a person's long-term care benefits.
 *
 * @param calculationYear 計算年度
 * @param householdMembers the others of the household, or null
 */
public record CareAsked(int calculationYear, List<String> householdMembers) {}
