package jp.renkei.message.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import jp.renkei.message.PayloadSchema;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.benefits.MedicalBenefits;
import jp.renkei.message.care.LongTermCare;
import jp.renkei.message.coverage.Coverage;
import jp.renkei.message.resident.ResidentRecord;
import jp.renkei.message.tax.LocalTax;
import jp.renkei.mock.network.RandomReply;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever a schema lets a provider tell comes through the mapping: a reply is made at random from
 * the XML schema alone, written without the hub's classes, and read back by the hub. The answer to
 * it fits its published schema.
 */
class NetworkMappingPropertyTest {

  private static final List<NetworkKind<?, ?, ?>> KINDS =
      List.of(
          new NetworkKind<>(new LocalTax()),
          new NetworkKind<>(new Coverage(Optional::empty)),
          new NetworkKind<>(new ResidentRecord()),
          new NetworkKind<>(new MedicalBenefits()),
          new NetworkKind<>(new LongTermCare()));

  private final JsonMapper json = NetworkJson.mapper();

  @Provide
  Arbitrary<NetworkKind<?, ?, ?>> kinds() {
    return Arbitraries.of(KINDS);
  }

  @Property(tries = 500)
  void nothingThatIsToldIsLost(@ForAll("kinds") NetworkKind<?, ?, ?> kind, @ForAll long seed)
      throws Exception {
    RandomReply made = RandomReply.of(kind.id(), new Random(seed));
    NetworkReply<?, ?> reply;
    try {
      reply = kind.reply(made.xml());
    } catch (ReplyRefused contradictory) {
      assertThat(contradictory).hasMessageMatching(".*(ends before it begins|before .*)");
      return;
    }
    ObjectNode told = json.valueToTree(reply.told());
    told.setAll(json.<ObjectNode>valueToTree(reply.repeated()));
    assertThat(texts(told)).isEqualTo(texts(made.told()));
    assertThat(reply.unsetItems()).hasSize(made.unset());
  }

  @Property(tries = 300)
  void everyAnswerFitsItsPublishedSchema(
      @ForAll("kinds") NetworkKind<?, ?, ?> kind, @ForAll long seed) throws Exception {
    answersFit(kind, RandomReply.of(kind.id(), new Random(seed)));
  }

  private <P, R, T extends Told> void answersFit(NetworkKind<P, R, T> kind, RandomReply made) {
    try {
      NetworkReply<R, T> reply = kind.reply(made.xml());
      ObjectNode answer = kind.answer(kind.question(payload(kind.id())), reply);
      String schema = "/schemas/" + kind.id() + ".reply.schema.json";
      assertThat(new PayloadSchema(schema, "/reply").faults(answer)).isEmpty();
    } catch (ReplyRefused contradictory) {
      assertThat(contradictory).hasMessageMatching(".*(ends before it begins|before .*)");
    }
  }

  private ObjectNode payload(String kind) {
    ObjectNode payload = json.createObjectNode();
    payload.put("residentNumber", "1").put("nonDisclosable", false).put("provider", "271403");
    switch (kind) {
      case "local-tax" -> payload.put("taxYear", 2026);
      case "coverage" -> {
        payload.put("referenceDate", "2026-04-01").put("birthDate", "1958-05-00");
        payload.putObject("nhi").put("acquired", "2026-04-01").put("lost", "2026-06-02");
      }
      case "resident-record" -> payload.put("baseDate", LocalDate.of(2026, 4, 1).toString());
      case "medical-benefits" -> {
        payload.putObject("months").put("from", "2026-04").put("to", "2026-06");
        payload.put("benefitKind", "02");
      }
      default -> payload.put("calculationYear", 2025);
    }
    return payload;
  }

  /** The same tree with texts for numbers and without empty lists: XML knows neither. */
  private JsonNode texts(JsonNode node) {
    if (node.isObject()) {
      ObjectNode copy = json.createObjectNode();
      node.forEachEntry(
          (name, value) -> {
            if (!value.isArray() || !value.isEmpty()) {
              copy.set(name, texts(value));
            }
          });
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = json.createArrayNode();
      node.forEach(each -> copy.add(texts(each)));
      return copy;
    }
    return copyOf(node);
  }

  private JsonNode copyOf(JsonNode value) {
    return json.getNodeFactory().textNode(value.asText());
  }
}
