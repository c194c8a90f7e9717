package jp.renkei.problem;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.renkei.PrintedDocument;
import org.junit.jupiter.api.Test;

/** Prints the catalogue of problems into the documents, and sees that it is there as it stands. */
class ErrorCatalogueTest {

  private static final Path DOCUMENT = Path.of("docs/errors.md");

  @Test
  void theDocumentIsThePrintedCatalogue() throws IOException {
    PrintedDocument.assertPrinted(DOCUMENT, getClass(), printed());
  }

  private static String printed() {
    return """
        # What can be wrong エラー一覧

        Printed from `jp.renkei.problem.Problem`, the closed catalogue: every refusal that leaves the hub over HTTP has its code
        from here, as `application/problem+json` with `type` `https://renkei.example/problems/<code>`.
        (`jp.renkei.problem.Problem` から出力したもの。HTTPで返す拒否はすべてこの一覧の符号を持つ。)

        The hub repeats nothing that it refused. No code asks an agency to act: what an agency did wrong becomes an
        [event of the inquiry](lifecycle.md#events) or its outcome, never a refusal to the caller.
        (連携基盤は、拒否したものを自ら再送しない。提供者側の誤りは拒否ではなく、照会の[イベント](lifecycle.md#events)または結果として残る。)

        A start that is refused has no code: the log says what is wrong and, behind `->` or as *Action*, what to do; faults of
        the catalogue each with file and line.
        (起動の拒否には符号がない。理由と対処をログに示し、連携目録の誤りはファイルと行も示す。)

        | code | status | what | 内容 | who acts | 対処者 |
        |---|---|---|---|---|---|
        %s

        %s
        """
        .formatted(each(ErrorCatalogueTest::row, "\n"), each(ErrorCatalogueTest::section, "\n\n"));
  }

  private static String each(Function<Problem, String> form, String between) {
    return Arrays.stream(Problem.values()).map(form).collect(Collectors.joining(between));
  }

  private static String row(Problem problem) {
    return "| [%1$s](#%2$s) | %3$d | %4$s | %5$s | %6$s | %7$s |"
        .formatted(
            problem.code(),
            problem.code().toLowerCase(Locale.ROOT),
            problem.status(),
            problem.title(),
            problem.titleJa(),
            problem.actor().en(),
            problem.actor().ja());
  }

  private static String section(Problem problem) {
    return """
        ## %s

        | | English | 日本語 |
        |---|---|---|
        | what 内容 | %s | %s |
        | status | %d | |
        | cause 原因 | %s | %s |
        | who acts 対処者 | %s | %s |
        | retried 再送 | %s | %s |
        | what to do 対処 | %s | %s |"""
        .formatted(
            problem.code(),
            problem.title(),
            problem.titleJa(),
            problem.status(),
            problem.cause(),
            problem.causeJa(),
            problem.actor().en(),
            problem.actor().ja(),
            problem.retry().en(),
            problem.retry().ja(),
            problem.action(),
            problem.actionJa());
  }
}
