package jp.renkei.message.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is asked and told inside the city is what is asked and told over the network, but for whom
 * to ask.
 */
class InCitySchemasTest {

  private static final Set<String> ITS_OWN = Set.of("$id", "title", "description");

  private final ObjectMapper json = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({"city-tax, local-tax", "city-care, long-term-care"})
  void tellsTheSame(String city, String network) throws IOException {
    assertThat(schema(city, "reply").remove(ITS_OWN))
        .isEqualTo(schema(network, "reply").remove(ITS_OWN));
  }

  @ParameterizedTest
  @CsvSource({"city-tax, local-tax", "city-care, long-term-care", "city-resident, resident-record"})
  void asksTheSameOfNobodyElse(String city, String network) throws IOException {
    ObjectNode asked = schema(city, "request");
    ObjectNode overNetwork = schema(network, "request");
    ObjectNode items = (ObjectNode) overNetwork.get("properties");
    items.remove(Set.of("provider", "addressHistory"));
    if (items.has("calculationYear")) {
      // over the network its text also says which day's municipality is asked
      items.set("calculationYear", asked.get("properties").get("calculationYear"));
    }

    assertThat(asked.remove(ITS_OWN)).isEqualTo(overNetwork.remove(ITS_OWN));
  }

  /** The resident system tells more, and what every municipality tells in the same words. */
  @Test
  void tellsOfAResidentWhatEveryMunicipalityTells() throws IOException {
    ObjectNode city = (ObjectNode) schema("city-resident", "reply").get("properties");
    ObjectNode network = (ObjectNode) schema("resident-record", "reply").get("properties");

    assertThat(city.fieldNames())
        .toIterable()
        .containsAll(network::fieldNames)
        .contains("name", "address", "birthDate", "sex", "protection");
    for (String same : List.of("resident", "householdOnDate", "household", "households")) {
      assertThat(city.get(same)).isEqualTo(network.get(same));
    }
  }

  @Test
  void eachSaysThatItIsTheProjectsOwn() throws IOException {
    for (String kind : List.of("city-resident", "city-tax", "city-care")) {
      for (String part : List.of("request", "reply", "agency-inquiry", "agency-reply")) {
        assertThat(Files.readString(Path.of("schemas", kind + "." + part + ".schema.json")))
            .contains("Project-defined")
            .contains("not an official format")
            .contains("公式の様式ではない");
      }
    }
  }

  private ObjectNode schema(String kind, String part) throws IOException {
    Path file = Path.of("schemas", kind + "." + part + ".schema.json");
    return (ObjectNode) json.readTree(file.toFile());
  }
}
