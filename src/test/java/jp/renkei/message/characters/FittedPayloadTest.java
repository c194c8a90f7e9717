package jp.renkei.message.characters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import jp.renkei.flow.CharacterSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FittedPayloadTest {

  @ParameterizedTest
  @CsvSource({
    "jis-x-0213, 高﨑 吉子, 髙﨑 𠮷子, 1×U+9AD9>U+9AD8 1×U+20BB7>U+5409",
    "jis-x-0208, 高崎 吉子, 髙﨑 𠮷子, 1×U+9AD9>U+9AD8 1×U+FA11>U+5D0E 1×U+20BB7>U+5409",
    "windows-31j, 髙﨑 吉子, 髙﨑 𠮷子, 1×U+20BB7>U+5409",
    "unicode, 髙﨑 𠮷子, 髙﨑 𠮷子, ''",
    "jis-x-0213, 葛城, 葛\uDB40\uDD00城, 1×U+E0100>null",
    "jis-x-0208, 〓〓と〓, \uE000𪚥と\uE000, 2×U+E000>U+3013 1×U+2A6A5>U+3013",
    "windows-31j, １～２－３, １〜２−３, ''",
    "jis-x-0208, 渡邉邉, 渡邉邉, ''",
    "windows-31j, 高崎, 高崎, ''"
  })
  void substitutes(String set, String fitted, String text, String lost) {
    FittedPayload payload = FittedPayload.of(named(text), set(set));

    assertThat(payload.payload()).isEqualTo(named(fitted));
    assertThat(
            payload.substitutions().stream()
                .peek(one -> assertThat(one.pointer()).isEqualTo("/payload/name"))
                .map(one -> one.times() + "×" + one.from() + ">" + one.to())
                .collect(Collectors.joining(" ")))
        .isEqualTo(lost);
  }

  @Example
  void pointsToFieldsAtEveryDepth() throws Exception {
    JsonNode payload =
        new ObjectMapper()
            .readTree("{\"a\": {\"b\": [\"高\", \"髙\"]}, \"c\": \"髙\", \"n\": 1, \"t\": true}");

    FittedPayload fitted = FittedPayload.of(payload, CharacterSet.JIS_X_0208);

    assertThat(fitted.payload().toString())
        .isEqualTo("{\"a\":{\"b\":[\"高\",\"高\"]},\"c\":\"高\",\"n\":1,\"t\":true}");
    assertThat(fitted.substitutions())
        .extracting(Substitution::pointer)
        .containsExactly("/payload/a/b/1", "/payload/c");
    assertThat(payload.at("/c").textValue()).as("the caller's own").isEqualTo("髙");
  }

  /** What leaves is in the set, is as it was where it could be, and every loss is told, once. */
  @Property(tries = 2_000)
  void leavesNothingOutside(@ForAll CharacterSet set, @ForAll("names") String text) {
    FittedPayload fitted = FittedPayload.of(named(text), set);
    String left = fitted.payload().get("name").textValue();

    assertThat(left.codePoints().allMatch(set::has)).isTrue();
    List<Integer> outside =
        text.codePoints().filter(c -> !set.has(c) && set.sameSign(c).isEmpty()).boxed().toList();
    assertThat(fitted.substitutions().stream().mapToInt(Substitution::times).sum())
        .isEqualTo(outside.size());
    assertThat(fitted.substitutions())
        .extracting(Substitution::from)
        .containsExactlyElementsOf(outside.stream().distinct().map("U+%04X"::formatted).toList());
    long selectors = outside.stream().filter(VariationSelector::is).count();
    assertThat(left.codePointCount(0, left.length()))
        .isEqualTo((int) (text.codePointCount(0, text.length()) - selectors));
    FittedPayload again = FittedPayload.of(fitted.payload(), set);
    assertThat(again.payload()).isSameAs(fitted.payload());
    assertThat(again.substitutions()).isEmpty();
  }

  @Provide
  Arbitrary<String> names() {
    Arbitrary<Integer> usual =
        Arbitraries.of("高髙崎﨑吉𠮷邉葛鷗①ヷ〜～−－A1 　ｱ".codePoints().boxed().toList());
    Arbitrary<Integer> any =
        Arbitraries.integers().between(0x20, 0x2FFFF).filter(c -> c < 0xD800 || c > 0xDFFF);
    Arbitrary<Integer> selectors = Arbitraries.of(0xFE00, 0xE0100, 0xE01EF, 0xE000);
    return Arbitraries.oneOf(usual, any, selectors)
        .list()
        .ofMaxSize(30)
        .map(
            characters ->
                characters.stream().map(Character::toString).collect(Collectors.joining()));
  }

  private static ObjectNode named(String name) {
    return JsonNodeFactory.instance.objectNode().put("name", name);
  }

  private static CharacterSet set(String word) {
    return CharacterSet.valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
  }
}
