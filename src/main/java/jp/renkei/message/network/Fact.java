package jp.renkei.message.network;

import java.util.Set;
import java.util.TreeSet;

/**
 * A fact that is derived from a reply.
 *
 * @param value the fact
 * @param basis the source of the rule that decided
 * @param flags why it is undetermined, and what is unusual
 */
public record Fact(Determination value, String basis, Set<String> flags) {

  /** The project's own: what is not known or not ruled on is left undetermined. */
  public static final String PROJECT_RULE = "Renkei project rule (独自の取扱い)";

  public Fact {
    flags = new TreeSet<>(flags);
  }

  /** By a law's rule where it is determined, by the project's where it is not. */
  public static Fact by(String law, Determination value, Set<String> flags) {
    return new Fact(value, value == Determination.UNDETERMINED ? PROJECT_RULE : law, flags);
  }
}
