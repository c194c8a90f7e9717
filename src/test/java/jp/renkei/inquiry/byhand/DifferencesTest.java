package jp.renkei.inquiry.byhand;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesTest {

  private final ObjectMapper json = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a': 1} | {'a': 1} |",
        "{'a': 1, 'b': 2} | {'b': 2, 'a': 1} |",
        "{'a': 1} | {'a': 1.0} |",
        "{'a': 1} | {'a': 2} | /reply/a",
        "{'a': 1} | {'a': '1'} | /reply/a",
        "{'a': 1} | {} | /reply/a",
        "{} | {'a': null} | /reply/a",
        "{'a': [{'b': 1}, {'b': 2}]} | {'a': [{'b': 1}, {'b': 3}]} | /reply/a/1/b",
        "{'a': [1]} | {'a': [1, 2, 3]} | /reply/a/1,/reply/a/2",
        "{'a': [1]} | {'a': {'b': 1}} | /reply/a",
        "{'a': 1, 'b': 1} | {'a': 2, 'b': 2} | /reply/a,/reply/b",
      })
  void areNamedByTheirPlaces(String one, String other, String places) throws IOException {
    List<String> found =
        Differences.between(
            json.readTree(one.replace('\'', '"')),
            json.readTree(other.replace('\'', '"')),
            "/reply");

    assertThat(String.join(",", found)).isEqualTo(places == null ? "" : places);
  }
}
