package jp.renkei.inquiry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import jp.renkei.flow.Flow;
import jp.renkei.ledger.Lane;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.IndividualNumberGuards;
import jp.renkei.message.MessageKinds;
import jp.renkei.operations.ShippedCatalogue;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** Characters that an agency does not take, on the flows that are shipped. */
class FitToAgencyTest {

  private static final MessageKinds KINDS = ShippedCatalogue.kinds();
  private static final Flow REFUSES = flow("eligibility.insurer-coverage");
  private static final Flow SUBSTITUTES = flow("eligibility.registry-identity");

  @Test
  void refusesEachCharacterByItsFieldAndCode() {
    ObjectNode payload = REFUSES.example().deepCopy();
    ((ObjectNode) payload.get("certificate")).put("symbol", "髙髙𠮷１").put("number", "𠮷");

    assertThat(refused(REFUSES, payload).problem()).isEqualTo(Problem.CHARACTERS_NOT_TAKEN);
    assertThat(refused(REFUSES, payload).faults())
        .containsExactly(
            new Fault("/payload/certificate/symbol", "U+9AD9 is not in JIS X 0213"),
            new Fault("/payload/certificate/symbol", "U+20BB7 is not in JIS X 0213"),
            new Fault("/payload/certificate/number", "U+20BB7 is not in JIS X 0213"));
  }

  @Test
  void aSignUnderAnotherCodeIsNotRefused() {
    ObjectNode payload = REFUSES.example().deepCopy();
    ((ObjectNode) payload.get("certificate")).put("symbol", "国―１");

    ValidInquiry valid = validate(REFUSES, payload);

    assertThat(valid.leaving().substitutions()).isEmpty();
    assertThat(message(valid)).contains("国—１");
  }

  @Test
  void sendsOthersAndKeepsWhatItsCallerWrote() {
    ValidInquiry valid = validate(SUBSTITUTES, named("髙田 𠮷子"));

    assertThat(message(valid)).contains("高田 吉子");
    assertThat(valid.question()).isEqualTo(valid.kind().question(named("髙田 𠮷子")));
    assertThat(valid.leaving().substitutions()).hasSize(2);
  }

  @Test
  void whatIsInTheSetLeavesAsItIs() {
    ValidInquiry valid = validate(SUBSTITUTES, named("山田 花子"));

    assertThat(valid.leaving().question()).isSameAs(valid.question());
    assertThat(valid.leaving().substitutions()).isEmpty();
  }

  @Test
  void whatIsLeftOfAFieldMustFitIt() {
    assertThat(refused(SUBSTITUTES, named("\uDB40\uDD00")).faults())
        .containsExactly(new Fault("/payload/name", "U+E0100 is not in JIS X 0213"));
  }

  @Test
  void digitsThatComeTogetherAreNoNumber() {
    ObjectNode payload = named("山田").put("address", "1234\uDB40\uDD0056789018");

    assertThat(refused(SUBSTITUTES, payload).problem()).isEqualTo(Problem.INDIVIDUAL_NUMBER);
  }

  private static ObjectNode named(String name) {
    ObjectNode payload = SUBSTITUTES.example().deepCopy();
    payload.remove("individualNumber");
    return payload
        .put("name", name)
        .put("address", "○○市東区本町二丁目3番4号")
        .put("birthDate", "1982-11-03")
        .put("sex", "2");
  }

  private static String message(ValidInquiry valid) {
    String flow = valid.submission().flow().id();
    return new String(
        valid.kind().message(GoldenCases.header(flow), valid.leaving().question()), UTF_8);
  }

  private static ProblemException refused(Flow flow, ObjectNode payload) {
    return catchThrowableOfType(ProblemException.class, () -> validate(flow, payload));
  }

  private static ValidInquiry validate(Flow flow, ObjectNode payload) {
    return new InquiryConfiguration()
        .validate(
            KINDS,
            new IndividualNumberGuards(KINDS),
            ShippedCatalogue.catalogue(),
            "test",
            "900-999",
            Clock.systemUTC())
        .validate(new Submission("nhi", flow, "key", null, null, payload, Lane.SINGLE, null));
  }

  private static Flow flow(String id) {
    return ShippedCatalogue.catalogue().flow(id).orElseThrow();
  }
}
