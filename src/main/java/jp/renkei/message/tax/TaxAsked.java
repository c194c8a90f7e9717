package jp.renkei.message.tax;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What a caller asks about a person's local tax; one of the first two.
 *
 * @param taxYear the tax year (課税年度)
 * @param treatmentMonth the month of treatment (診療年月) that has its tax year
 * @param householdMembers the others of the household, or null
 */
public record TaxAsked(
    Optional<Integer> taxYear, Optional<YearMonth> treatmentMonth, List<String> householdMembers) {}
