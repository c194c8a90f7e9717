package jp.renkei.message.benefits;

import java.util.List;

/**
 * What a caller asks about a person's benefits.
 *
 * @param months the months of treatment (診療年月)
 * @param benefitKind 給付種別, 01 to 06
 * @param householdMembers the others of the household, or null
 */
public record BenefitsAsked(
    BenefitSpan.Months months, String benefitKind, List<String> householdMembers) {}
