package jp.renkei.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import jp.renkei.flow.Flow;
import jp.renkei.ledger.Lane;
import jp.renkei.message.IndividualNumberGuards;
import jp.renkei.message.MessageKinds;
import jp.renkei.operations.ShippedCatalogue;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Test subjects on every flow that is shipped, as the hub is put together. */
class ValidateTest {

  private static final MessageKinds KINDS = ShippedCatalogue.kinds();
  private static final String RESERVED = "900-999";

  static List<Flow> flows() {
    return ShippedCatalogue.flows();
  }

  @ParameterizedTest
  @MethodSource("flows")
  void aTestSubjectIsRefusedInProduction(Flow flow) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> validate("production", flow, "0000950"))
        .satisfies(
            refused -> {
              assertThat(refused.problem()).isEqualTo(Problem.TEST_SUBJECT);
              assertThat(refused.faults())
                  .containsExactly(
                      new Fault("/payload/residentNumber", "reserved for test subjects"));
            });
    assertThat(validate("production", flow, "1000").question().subject()).isEqualTo("1000");
  }

  @ParameterizedTest
  @MethodSource("flows")
  void aTestSubjectIsAskedAboutElsewhere(Flow flow) {
    assertThat(validate("staging", flow, "0000950").question().subject()).isEqualTo("950");
  }

  private static ValidInquiry validate(String environment, Flow flow, String residentNumber) {
    ObjectNode payload = flow.example().deepCopy();
    payload.put("residentNumber", residentNumber);
    return new InquiryConfiguration()
        .validate(
            KINDS,
            new IndividualNumberGuards(KINDS),
            ShippedCatalogue.catalogue(),
            environment,
            RESERVED,
            Clock.systemUTC())
        .validate(new Submission("nhi", flow, "key", null, null, payload, Lane.SINGLE, null));
  }
}
