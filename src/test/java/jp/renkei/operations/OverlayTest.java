package jp.renkei.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.renkei.problem.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayTest {

  private static final String MHLW = "routes/agencies/mhlw.yaml";

  @TempDir Path folder;

  @Test
  void withoutFoldersAllIsBuiltIn() {
    assertThat(new Overlay(List.of(folder)).files("routes/agencies/", ".yaml"))
        .isNotEmpty()
        .noneMatch(DataFile::outside)
        .extracting(DataFile::toldName)
        .contains(MHLW);
  }

  @Test
  void outsideWinsFileByFile() throws IOException {
    new OverlayFolder(folder)
        .withAgency("sakai", "堺市")
        .withChanged(MHLW, "window: 2000", "window: 7");
    Overlay overlay = new Overlay(List.of(folder));

    List<DataFile> files = overlay.files("routes/agencies/", ".yaml");

    assertThat(files).extracting(DataFile::name).contains(MHLW, "routes/agencies/sakai.yaml");
    assertThat(named(files, MHLW).text()).contains("window: 7");
    assertThat(named(files, MHLW).toldName()).isEqualTo(folder.resolve(MHLW).toString());
    assertThat(overlay.files("routes/flows/", ".yaml")).noneMatch(DataFile::outside);
  }

  @Test
  void theFirstFolderWins() throws IOException {
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));
    new OverlayFolder(first).withChanged(MHLW, "window: 2000", "window: 1");
    new OverlayFolder(second).withChanged(MHLW, "window: 2000", "window: 2");

    List<DataFile> files = new Overlay(List.of(first, second)).files("routes/agencies/", ".yaml");

    assertThat(named(files, MHLW).text()).contains("window: 1\n");
  }

  @Test
  void theSettingMayNameSeveralFolders() throws IOException {
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));
    new OverlayFolder(first).withChanged(MHLW, "window: 2000", "window: 1");
    new OverlayFolder(second)
        .withChanged(MHLW, "window: 2000", "window: 2")
        .withAgency("sakai", "堺市");

    List<DataFile> files =
        Overlay.of(first + File.pathSeparator + second).files("routes/agencies/", ".yaml");

    assertThat(named(files, MHLW).text()).contains("window: 1\n");
    assertThat(files).extracting(DataFile::name).contains("routes/agencies/sakai.yaml");
  }

  @Test
  void whatIsTheSameOutsideIsNoChange() throws IOException {
    new OverlayFolder(folder).with(MHLW, Files.readString(Path.of(MHLW)));

    assertThat(new Overlay(List.of(folder)).files("routes/agencies/", ".yaml"))
        .noneMatch(DataFile::outside);
  }

  @Test
  void hiddenAndOtherFilesAreNoData() {
    new OverlayFolder(folder)
        .with("routes/agencies/.mhlw.yaml", "x")
        .with("routes/agencies/mhlw.yaml~", "x")
        .with("routes/agencies/old/mhlw.yaml", "x");

    assertThat(new Overlay(List.of(folder)).files("routes/agencies/", ".yaml"))
        .noneMatch(DataFile::outside);
  }

  @Test
  void anotherXmlSchemaIsRefused() {
    new OverlayFolder(folder)
        .withChanged("schemas/employment-insurance.xsd", "</xs:schema>", "<!-- --></xs:schema>");
    Overlay overlay = new Overlay(List.of(folder));

    StartRefused refused = catchThrowableOfType(StartRefused.class, overlay::refuseOtherSchemas);

    assertThat(refused.why())
        .isEqualTo(
            "The hub was built with other XML schemas than these: "
                + folder.resolve("schemas/employment-insurance.xsd"));
    assertThat(refused.remedy()).startsWith("Remove them");
  }

  @Test
  void theSameXmlSchemaAndAForeignOneAreNot() throws IOException {
    String schema = "schemas/employment-insurance.xsd";
    new OverlayFolder(folder)
        .with(schema, Files.readString(Path.of(schema)))
        .with("schemas/foreign.xsd", "<x/>");

    new Overlay(List.of(folder)).refuseOtherSchemas();
  }

  @Test
  void aFolderThatIsNoneIsRefused() {
    String missing = folder.resolve("missing").toString();

    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> Overlay.of(missing))
        .withMessageContaining("RENKEI_OVERLAY names " + missing);
  }

  private static DataFile named(List<DataFile> files, String name) {
    return files.stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow();
  }
}
