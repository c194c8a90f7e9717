package jp.renkei.ledger;

import java.util.Set;
import java.util.TreeSet;

/** What must be true of one case; what is open in it, its inquiries tell. */
final class ModelCase {

  final Set<String> expects = new TreeSet<>();
  boolean sealed;
  boolean completed;

  DeclareCase.Result declare(DeclareCase command) {
    if (sealed) {
      return expects.containsAll(command.expects())
          ? DeclareCase.Result.DECLARED
          : DeclareCase.Result.SEALED_BEFORE;
    }
    expects.addAll(command.expects());
    sealed = command.seal();
    return DeclareCase.Result.DECLARED;
  }
}
