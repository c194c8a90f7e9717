package jp.renkei.mock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointFilesTest {

  @TempDir Path outside;

  @Test
  void theBuiltAgenciesAreThereWithoutAnyOutside() {
    EndpointFiles files = new EndpointFiles(outside.toString());

    assertThat(files.agencies()).contains("digital-agency", "mhlw").doesNotContain("sakai");
    assertThat(text(files.agency("mhlw"))).contains("id: mhlw");
    assertThat(text(files.residents("mhlw"))).contains("leavings:");
  }

  @Test
  void aFolderOutsideIsAnAgencyMore() throws IOException {
    write("sakai", "agency.yaml", "id: sakai");
    write("sakai", "residents.yaml", "seed: 1");
    write("not-an-agency", "residents.yaml", "seed: 1");
    EndpointFiles files = new EndpointFiles(outside.toString());

    assertThat(files.agencies()).contains("mhlw", "sakai").doesNotContain("not-an-agency");
    assertThat(text(files.agency("sakai"))).isEqualTo("id: sakai");
    assertThat(text(files.residents("sakai"))).isEqualTo("seed: 1");
  }

  @Test
  void aFileOutsideStandsInForTheBuiltOneAndTheOtherStays() throws IOException {
    write("mhlw", "agency.yaml", "id: mhlw # another");
    EndpointFiles files = new EndpointFiles(outside.toString());

    assertThat(text(files.agency("mhlw"))).isEqualTo("id: mhlw # another");
    assertThat(text(files.residents("mhlw"))).contains("leavings:");
  }

  @Test
  void ofSeveralFoldersTheFirstWins() throws IOException {
    write("first", "sakai", "agency.yaml", "id: one");
    write("second", "sakai", "agency.yaml", "id: two");
    write("second", "kishiwada", "agency.yaml", "id: kishiwada");
    EndpointFiles files =
        new EndpointFiles(
            outside.resolve("first") + File.pathSeparator + outside.resolve("second"));

    assertThat(files.agencies()).contains("mhlw", "sakai", "kishiwada");
    assertThat(text(files.agency("sakai"))).isEqualTo("id: one");
  }

  private void write(String agency, String name, String text) throws IOException {
    write("", agency, name, text);
  }

  private void write(String within, String agency, String name, String text) throws IOException {
    Path folder = outside.resolve(within).resolve("mock-endpoints").resolve(agency);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name), text);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
