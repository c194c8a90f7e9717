package jp.renkei.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import jp.renkei.PrintedDocument;
import org.junit.jupiter.api.Test;

/**
 * Prints the table of steps into the documents, and sees that it is there as it stands in the code.
 */
class LifecycleDocumentTest {

  private static final Path DOCUMENT = Path.of("docs/lifecycle.md");

  @Test
  void theDocumentIsThePrintedTable() throws IOException {
    PrintedDocument.assertPrinted(DOCUMENT, getClass(), printed());
  }

  private static String printed() {
    return """
        # The life of an inquiry

        Printed from `jp.renkei.ledger.Lifecycle`, the one table that the writer follows and the database enforces
        (the check `inquiry_step` on every inquiry).

        | from | to | when |
        |---|---|---|
        %s

        `ENDED` has exactly one outcome: %s.

        ## Events

        | event | 日本語 | meaning |
        |---|---|---|
        %s
        """
        .formatted(
            Lifecycle.STEPS.stream()
                .map(step -> "| %s | %s | %s |".formatted(step.from(), step.to(), step.when()))
                .collect(Collectors.joining("\n")),
            Arrays.stream(Outcome.values())
                .map(outcome -> "`" + outcome + "`")
                .collect(Collectors.joining(", ")),
            Arrays.stream(EventKind.values())
                .map(kind -> "| `%s` | %s | %s |".formatted(kind, kind.ja(), kind.en()))
                .collect(Collectors.joining("\n")));
  }
}
