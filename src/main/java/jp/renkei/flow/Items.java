package jp.renkei.flow;

import java.util.Set;
import java.util.TreeSet;

/**
 * The items of a message kind: the names of the fields that stand outermost in a caller's payload
 * and in the answer.
 *
 * @param asked what a payload may have
 * @param needed what every payload must have
 * @param told what an answer may have
 * @param individualNumbers those, asked or told, that hold an individual number (個人番号)
 * @param protections those told that say who is under protection (支援措置)
 */
public record Items(
    Set<String> asked,
    Set<String> needed,
    Set<String> told,
    Set<String> individualNumbers,
    Set<String> protections) {

  public Items {
    asked = Set.copyOf(asked);
    needed = Set.copyOf(needed);
    told = Set.copyOf(told);
    individualNumbers = Set.copyOf(individualNumbers);
    protections = Set.copyOf(protections);
  }

  /** Every item, in the order of the names. */
  Set<String> all() {
    Set<String> all = new TreeSet<>(asked);
    all.addAll(told);
    return all;
  }
}
