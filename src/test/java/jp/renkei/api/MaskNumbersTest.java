package jp.renkei.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.registry.RegistryIdentity;
import org.junit.jupiter.api.Test;

class MaskNumbersTest {

  private final ObjectMapper json = new ObjectMapper();
  private final MaskNumbers mask =
      new MaskNumbers(new MessageKinds(List.of(new RegistryIdentity())));

  @Test
  void theNumbersAreStarsHoweverDeepAndAllElseStays() throws Exception {
    String tree =
        "{\"individualNumber\": \"%1$s\", \"people\": [{\"currentIndividualNumber\": \"%1$s\","
            + " \"name\": \"A\"}], \"result\": {\"individualNumber\": null}}";
    JsonNode masked = json.readTree(tree.formatted("123456789018"));

    mask.in(masked);

    assertThat(masked).isEqualTo(json.readTree(tree.formatted("************")));
  }
}
