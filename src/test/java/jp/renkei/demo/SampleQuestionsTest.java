package jp.renkei.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleQuestionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "collection.receiving-account | {\"registered\": \"NO\"} | ANSWERED registered NO",
        "eligibility.city-resident | {\"protection\": {\"value\": \"YES\"}} | ANSWERED protection"
            + " YES",
        "eligibility.city-resident | {\"protection\": {}} | ANSWERED",
        "assessment.mhlw-employment | {\"involuntary\": \"YES\"} | ANSWERED"
      })
  void showsTheFieldThatTellsAnswersApart(String flow, String reply, String shown)
      throws Exception {
    String inquiry = "{\"outcome\": \"ANSWERED\", \"reply\": " + reply + "}";

    assertThat(new SampleQuestions().told(flow, new ObjectMapper().readTree(inquiry)))
        .isEqualTo(shown);
  }
}
