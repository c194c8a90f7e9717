package jp.renkei;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document that is printed from the code. Its test sees that the file is what would be printed;
 * with {@code -Drenkei.write-docs=true} it prints it first.
 */
public final class PrintedDocument {

  private PrintedDocument() {}

  private static String command(Class<?> test) {
    return test.getSimpleName().endsWith("IT")
        ? "mvn verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test"
        : "mvn test -Dtest";
  }

  /** Fails where the file differs from the text, and says how to print it anew. */
  public static void assertPrinted(Path document, Class<?> test, String text) throws IOException {
    if (Boolean.getBoolean("renkei.write-docs")) {
      Files.writeString(document, text);
    }
    assertThat(document)
        .as(
            "%s is printed: %s=%s -Drenkei.write-docs=true",
            document, command(test), test.getSimpleName())
        .hasContent(text);
  }

  /**
   * The same for one part of a document, which stands between {@code <!-- printed: part -->} and
   * {@code <!-- end -->}.
   */
  public static void assertPrinted(Path document, String part, Class<?> test, String text)
      throws IOException {
    String begin = "<!-- printed: " + part + " -->\n";
    String whole = Files.readString(document);
    int from = whole.indexOf(begin);
    int to = whole.indexOf("<!-- end -->", from);
    assertThat(from).as("%s has a place for %s", document, part).isNotNegative();
    assertPrinted(
        document, test, whole.substring(0, from + begin.length()) + text + whole.substring(to));
  }
}
