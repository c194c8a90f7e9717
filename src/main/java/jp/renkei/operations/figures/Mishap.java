package jp.renkei.operations.figures;

import java.time.Instant;
import jp.renkei.ledger.EventKind;

/**
 * The last thing that went wrong, as operators read it: a name, never a content.
 *
 * @param what in Japanese and English
 */
public record Mishap(Instant at, String what) {

  static Mishap of(Instant at, EventKind kind, String more) {
    return new Mishap(at, kind.ja() + " / " + kind.en() + (more == null ? "" : ": " + more));
  }
}
