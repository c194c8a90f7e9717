package jp.renkei.message.bulk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import jp.renkei.PrintedDocument;
import jp.renkei.record.FixedField;
import org.junit.jupiter.api.Test;

/** The layouts in the document are those of the code and the layout files. */
class BulkLayoutDocumentTest {

  private static final Path DOCUMENT = Path.of("docs/network-bulk.md");
  private static final List<String> KINDS =
      List.of("local-tax", "resident-record", "long-term-care");

  @Test
  void theRequestIsPrinted() throws IOException {
    StringBuilder table = new StringBuilder("| # | field | bytes | filled | may be empty |\n");
    table.append("|---|---|---|---|---|\n");
    int number = 0;
    for (FixedField field : RequestLine.FORM.fields()) {
      number++;
      table.append(
          "| %d | %s | %d | %s | %s |\n"
              .formatted(
                  number,
                  field.item(),
                  field.length(),
                  field.pad() == FixedField.Pad.NONE
                      ? "–"
                      : field.pad().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  field.optional() ? "yes" : ""));
    }
    PrintedDocument.assertPrinted(DOCUMENT, "request", getClass(), table.toString());
  }

  @Test
  void theRepliesArePrinted() throws IOException {
    StringBuilder tables =
        new StringBuilder(
            "Shared by all kinds; what is left out of 1 to 18 repeats the request.\n\n");
    tables.append("| column | item |\n|---|---|\n");
    for (ReplyColumn column : ReplyColumn.values()) {
      tables.append("| %d | %s |\n".formatted(column.column(), column.title()));
    }
    for (String kind : KINDS) {
      BulkLayout layout = BulkLayouts.of(KINDS).byKind(kind).orElseThrow();
      tables.append(
          "\n### %s: %s, %d columns\n\n".formatted(kind, layout.information(), layout.columns()));
      tables.append("| column | item | element | form |\n|---|---|---|---|\n");
      layout.items().forEach(item -> print(tables, item));
    }
    PrintedDocument.assertPrinted(DOCUMENT, "replies", getClass(), tables.toString());
  }

  private static void print(StringBuilder tables, BulkLayout.Item item) {
    String form = item.form() == BulkLayout.Item.Form.DATE ? "YYYYMMDD" : "";
    if (item.times() == 0) {
      tables.append(
          "| %d | %s | `%s` | %s |\n".formatted(item.column(), item.title(), item.element(), form));
      return;
    }
    tables.append(
        "| %d–%d | %s | `%s` | %d times %d columns: %s |\n"
            .formatted(
                item.column(),
                item.last(),
                item.title(),
                item.element(),
                item.times(),
                item.width(),
                String.join(
                    ", ",
                    item.items().stream()
                        .map(inner -> inner.title() + " `" + inner.element() + "`")
                        .toList())));
  }
}
