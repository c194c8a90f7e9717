package jp.renkei.inquiry;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import jp.renkei.flow.Catalogue;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.Part;
import jp.renkei.protection.ContentCipher;
import jp.renkei.routing.https.RegistryInquiries;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Characters that an agency does not take: refused at the door, or substituted and told. */
@HubTest
class CharactersIT {

  private static final String INQUIRIES = "/api/v1/inquiries/";
  private static final String LOST =
      """
      [{"pointer":"/payload/name","from":"U+9AD9","to":"U+9AD8","times":1},\
      {"pointer":"/payload/name","from":"U+20BB7","to":"U+5409","times":2},\
      {"pointer":"/payload/address","from":"U+E0100","to":null,"times":1}]""";

  @Autowired private HubClient hub;
  @Autowired private Catalogue catalogue;
  @Autowired private LedgerReader reader;
  @Autowired private ContentCipher contents;
  @Autowired private ObjectMapper json;

  @Test
  void areRefusedByTheirCodesAndNothingIsKept() {
    String flow = "eligibility.insurer-coverage";
    ObjectNode payload = catalogue.flow(flow).orElseThrow().example().deepCopy();
    ((ObjectNode) payload.get("certificate")).put("symbol", "大髙建設");
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("flow", flow);
    body.set("payload", payload);

    HttpResponse<String> refused = hub.post(newKey(), null, body.toString());

    assertThat(refused.statusCode()).isEqualTo(422);
    JsonNode problem = hub.read(refused);
    assertThat(problem.get("code").textValue()).isEqualTo("RK-1223");
    assertThat(problem.get("titleJa").textValue()).contains("文字集合");
    assertThat(problem.get("faults").toString())
        .isEqualTo(
            """
            [{"pointer":"/payload/certificate/symbol","reason":"U+9AD9 is not in JIS X 0213"}]""");
    assertThat(refused.body()).doesNotContain("髙", "建設");
  }

  @Test
  void areSubstitutedOnceInWhatLeavesAndToldToTheirCaller() throws Exception {
    ObjectNode body = RegistryInquiries.byItems("8401", "葛\uDB40\uDD00城市1番");
    ((ObjectNode) body.get("payload")).put("name", "髙田 𠮷𠮷");
    String key = newKey();

    JsonNode accepted = hub.read(hub.post(key, null, body.toString()));
    String id = accepted.get("id").textValue();
    JsonNode ended = hub.read(hub.get("caller", INQUIRIES + id + "?wait=20s"));
    JsonNode again = hub.read(hub.post(key, null, body.toString()));

    assertThat(accepted.get("substituted").intValue()).isEqualTo(4);
    assertThat(accepted.get("substitutions")).hasToString(LOST);
    assertThat(ended.get("state").textValue()).isEqualTo("ENDED");
    assertThat(ended.get("substitutions")).hasToString(LOST);
    assertThat(again.get("id").textValue()).isEqualTo(id);
    assertThat(again.get("substitutions")).hasToString(LOST);
    assertThat(kept(id, Part.MESSAGE).get("name").textValue()).isEqualTo("高田 吉吉");
    assertThat(kept(id, Part.MESSAGE).get("address").textValue()).isEqualTo("葛城市1番");
    assertThat(kept(id, Part.REQUEST)).isEqualTo(body.get("payload"));
  }

  @Test
  void areCountedButNotToldToOthers() {
    ObjectNode body = RegistryInquiries.byItems("8402", "○○市1番");
    ((ObjectNode) body.get("payload")).put("name", "髙田 花子");

    String id = hub.read(hub.post(newKey(), "20s", body.toString())).get("id").textValue();
    JsonNode seen = hub.read(hub.get("operator", INQUIRIES + id));
    JsonNode events = hub.read(hub.get("operator", INQUIRIES + id + "/events")).get("items");

    assertThat(seen.get("substituted").intValue()).isEqualTo(1);
    assertThat(seen.has("substitutions")).isFalse();
    assertThat(events.get(1).get("what").textValue()).isEqualTo("CHARACTERS_SUBSTITUTED");
    assertThat(events.get(1).get("detail").textValue()).isEqualTo("/payload/name 1");
    assertThat(events.toString()).doesNotContain("9AD9", "髙", "高");
  }

  @Test
  void areNotToldWhereThereAreNone() {
    JsonNode ended =
        hub.read(hub.post(newKey(), "20s", RegistryInquiries.byItems("8403", "○○市1番").toString()));

    assertThat(ended.has("substituted")).isFalse();
    assertThat(ended.has("substitutions")).isFalse();
  }

  private JsonNode kept(String id, Part part) throws IOException {
    return json.readTree(contents.open(reader.payload(id, part).orElseThrow(), part.boundTo(id)));
  }
}
