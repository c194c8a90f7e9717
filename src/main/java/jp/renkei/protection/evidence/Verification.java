package jp.renkei.protection.evidence;

import java.time.Instant;
import java.util.List;

/**
 * What a verification found.
 *
 * @param blocks how many there are
 * @param events how many they seal
 * @param sealedTo when the newest block was sealed, or null where there is none
 * @param faultCount how many faults were found
 * @param faults the first {@value Findings#MOST_KEPT} of them
 */
public record Verification(
    long blocks, long events, Instant sealedTo, long faultCount, List<SealFault> faults) {

  /** What was found in a chain that was shown to its end. */
  public static Verification of(CheckChain chain, Findings findings) {
    return new Verification(
        chain.blocks(),
        chain.events(),
        chain.last().map(Block::sealedAt).orElse(null),
        findings.count(),
        findings.kept());
  }

  /** Whether all is as it was sealed. */
  public boolean ok() {
    return faultCount == 0;
  }
}
