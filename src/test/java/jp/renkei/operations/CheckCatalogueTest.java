package jp.renkei.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCatalogueTest {

  @TempDir Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void listsFlowsAndAgenciesAndWhatIsOutside() {
    new OverlayFolder(folder)
        .withAgency("sakai", "堺市")
        .withFlow("benefits", "sakai-employment", "sakai");

    assertThat(check()).isZero();
    assertThat(output().lines())
        .contains("連携目録に誤りはありません The catalogue fits.")
        .contains("外部のファイル From outside: " + folder.resolve("routes/agencies/sakai.yaml"))
        .anyMatch(line -> line.matches(" *assessment.mhlw-employment +inquiry +mhlw .*PT72H .*"))
        .anyMatch(line -> line.matches(" *benefits.sakai-employment +inquiry +sakai .*"))
        .anyMatch(line -> line.matches(" *sakai +jms +information-network .*2000 +堺市"));
  }

  @Test
  void tellsEveryFaultWithItsFileLineAndRemedy() {
    new OverlayFolder(folder)
        .withChanged("routes/flows/assessment.yaml", "deadline: P3D", "deadline: soon")
        .withChanged("routes/agencies/mhlw.yaml", "window: 2000", "window: 0");

    assertThat(check()).isEqualTo(1);
    assertThat(output().lines())
        .contains("連携目録に誤りがあります: 2 件 The catalogue does not fit:")
        .anyMatch(
            line ->
                line.startsWith(folder.resolve("routes/agencies/mhlw.yaml") + ":")
                    && line.endsWith(": window cannot be '0'"))
        .contains("  対処 remedy: write a whole number from 1")
        .anyMatch(line -> line.endsWith(": deadline cannot be 'soon'"));
  }

  @Test
  void tellsWhyAStartWouldBeRefused() {
    new OverlayFolder(folder)
        .withChanged("schemas/employment-insurance.xsd", "</xs:schema>", "<!-- --></xs:schema>");

    assertThat(check()).isEqualTo(1);
    assertThat(output())
        .contains("起動できません The hub would not start: The hub was built with other XML schemas");
  }

  private int check() {
    return new CheckCatalogue(new PrintStream(printed, true, StandardCharsets.UTF_8))
        .run(folder.toString());
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
