package jp.renkei.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;

/** What every refusal has. */
final class ToldProblem {

  private ToldProblem() {}

  /**
   * Checks a refusal.
   *
   * @param pointer a place that its faults name, or null
   */
  static void assertProblem(
      HttpResponse<String> response, int status, String code, String pointer) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = json(response);
    assertThat(problem.get("code").textValue()).isEqualTo(code);
    assertThat(problem.get("type").textValue()).endsWith("/" + code);
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    for (String text : List.of("title", "titleJa", "action", "actionJa")) {
      assertThat(problem.get(text).textValue()).isNotBlank();
    }
    if (pointer != null) {
      assertThat(problem.get("faults").findValuesAsText("pointer")).contains(pointer);
    }
  }

  private static JsonNode json(HttpResponse<String> response) {
    try {
      return new ObjectMapper().readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(response.body(), e);
    }
  }
}
