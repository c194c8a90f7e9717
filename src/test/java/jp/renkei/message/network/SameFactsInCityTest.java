package jp.renkei.message.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Random;
import java.util.stream.Stream;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.care.LongTermCare;
import jp.renkei.message.tax.LocalTax;
import jp.renkei.mock.network.RandomReply;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a system of the own city tells yields the facts that it would yield elsewhere. */
class SameFactsInCityTest {

  private final JsonMapper json = NetworkJson.mapper();

  /** What the city's tax or care system is asked beside the person, with its counterpart. */
  record Pair<P, R, T extends Told>(String city, XmlSubject<P, R, T> subject, ObjectNode payload) {}

  @Provide
  Arbitrary<Pair<?, ?, ?>> pairs() {
    return Arbitraries.of(
        new Pair<>("city-tax", new LocalTax(), payload().put("taxYear", 2026)),
        new Pair<>("city-care", new LongTermCare(), payload().put("calculationYear", 2025)));
  }

  @Property(tries = 400)
  void whoeverTellsIt(@ForAll("pairs") Pair<?, ?, ?> pair, @ForAll long seed) throws IOException {
    sameFacts(pair, RandomReply.of(pair.subject().id(), new Random(seed)));
  }

  private <P, R, T extends Told> void sameFacts(Pair<P, R, T> pair, RandomReply made)
      throws IOException {
    NetworkKind<P, R, T> network = new NetworkKind<>(pair.subject());
    NetworkKind<P, R, T> city = NetworkKind.inCity(pair.city(), pair.subject());
    NetworkReply<R, T> elsewhere;
    try {
      elsewhere = network.reply(made.xml());
    } catch (ReplyRefused contradictory) {
      return;
    }
    ObjectNode message = json.createObjectNode();
    message.put("layout", "1.0").put("number", "N-1").put("environment", "test");
    message.put("result", "PARTIAL").put("residentNumber", "000000000000001");
    message.setAll(json.<ObjectNode>valueToTree(elsewhere.repeated()));
    message.setAll(withoutEmptyLists(json.valueToTree(elsewhere.told())));
    message.set("unset", json.valueToTree(elsewhere.unsetItems()));

    ObjectNode here = city.answer(city.question(pair.payload()), read(city, message));

    ObjectNode asked = pair.payload().deepCopy().put("provider", "271403");
    assertThat(here).isEqualTo(network.answer(network.question(asked), elsewhere));
  }

  private <P, R, T extends Told> NetworkReply<R, T> read(
      NetworkKind<P, R, T> city, ObjectNode message) throws IOException {
    try {
      return city.reply(json.writeValueAsBytes(message));
    } catch (ReplyRefused refused) {
      throw new AssertionError(message.toString(), refused);
    }
  }

  /** As a system may leave them out. */
  private static ObjectNode withoutEmptyLists(ObjectNode told) {
    Stream.of("income", "ownBurden")
        .filter(list -> told.path(list).isArray() && told.get(list).isEmpty())
        .forEach(told::remove);
    return told;
  }

  private ObjectNode payload() {
    return json.createObjectNode().put("residentNumber", "1").put("nonDisclosable", false);
  }
}
