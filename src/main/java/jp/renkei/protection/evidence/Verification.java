package jp.renkei.protection.evidence;

import java.time.Instant;
import java.util.List;

/**
 * What a verification found.
 *
 * @param blocks how many there are
 * @param events how many they seal
 * @param sealedTo when the newest block was sealed, or null where there is none
 * @param heads how many kept heads it was held against
 * @param faultCount how many faults were found
 * @param faults the first {@value Findings#MOST_KEPT} of them
 */
public record Verification(
    long blocks,
    long events,
    Instant sealedTo,
    int heads,
    long faultCount,
    List<SealFault> faults) {

  /** What was found in a chain that was shown to its end. */
  public static Verification of(CheckChain chain, Heads heads, Findings findings) {
    return new Verification(
        chain.blocks(),
        chain.events(),
        chain.last().map(Block::sealedAt).orElse(null),
        heads.known().size(),
        findings.count(),
        findings.kept());
  }

  /** Whether all is as it was sealed. */
  public boolean ok() {
    return faultCount == 0;
  }
}
