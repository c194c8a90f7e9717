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

  /** Fails where the file differs from the text, and says how to print it anew. */
  public static void assertPrinted(Path document, Class<?> test, String text) throws IOException {
    if (Boolean.getBoolean("renkei.write-docs")) {
      Files.writeString(document, text);
    }
    assertThat(document)
        .as(
            "%s is printed: mvn test -Dtest=%s -Drenkei.write-docs=true",
            document, test.getSimpleName())
        .hasContent(text);
  }
}
