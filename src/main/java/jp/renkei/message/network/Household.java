package jp.renkei.message.network;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.renkei.message.ResidentNumber;

/**
 * What a result for a household (世帯) still needs. One person's reply never yields it (DOMAIN.md 0):
 * the NHI system judges, and is told whose facts this answer does not give.
 *
 * @param missingMembers the resident numbers of those, without leading zeros
 * @param basis the source of the rule
 * @param flags MEMBERS_NOT_GIVEN where the caller did not say who belongs to the household
 */
public record Household(List<String> missingMembers, String basis, Set<String> flags) {

  /**
   * @param self the person asked about
   * @param known whether this answer gives that person's facts
   * @param others the others as the caller gave them, or null
   */
  public static Household needs(String self, boolean known, List<String> others) {
    List<String> given = others == null ? List.of() : others;
    List<String> missing =
        Stream.concat(
                known ? Stream.of() : Stream.of(self),
                given.stream().map(ResidentNumber::normalise).filter(other -> !other.equals(self)))
            .distinct()
            .toList();
    return new Household(
        missing, Fact.PROJECT_RULE, others == null ? Set.of("MEMBERS_NOT_GIVEN") : Set.of());
  }
}
