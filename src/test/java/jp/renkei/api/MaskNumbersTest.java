package jp.renkei.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class MaskNumbersTest {

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void theNumbersAreStarsHoweverDeepAndAllElseStays() throws Exception {
    String tree =
        "{\"individualNumber\": \"%s\", \"people\": [{\"individualNumber\": \"%s\", \"name\": \"A\"}],"
            + " \"result\": {\"individualNumber\": null}}";

    assertThat(MaskNumbers.in(json.readTree(tree.formatted("123456789018", "123456789018"))))
        .isEqualTo(json.readTree(tree.formatted("************", "************")));
  }

  @Test
  void nothingIsNothing() {
    assertThat(MaskNumbers.in(null)).isNull();
  }
}
