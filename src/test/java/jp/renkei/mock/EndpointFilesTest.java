package jp.renkei.mock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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

  private void write(String agency, String name, String text) throws IOException {
    Path folder = outside.resolve("mock-endpoints").resolve(agency);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name), text);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
