package jp.renkei.routing.https;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.mock.Receipts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** An agency that takes an inquiry and wants to be asked for its answer. */
@HubTest
@Import(PollingIT.AsksAgain.class)
@TestPropertySource(properties = "renkei.mock.answers=polling")
class PollingIT {

  @TestConfiguration(proxyBeanMethods = false)
  static class AsksAgain {

    @Bean
    static AgencyAnswering agencyThatPromises() {
      return new AgencyAnswering("answers: polling\n  pollInterval: PT0.5S");
    }
  }

  @Autowired private HubClient hub;
  @Autowired private JdbcClient jdbc;
  private AccountInquiries inquiries;

  @BeforeEach
  void begin() {
    inquiries = new AccountInquiries(hub);
  }

  @AfterEach
  void behave() {
    inquiries.behave();
  }

  @Test
  void anAnswerIsAskedForUntilItIsThere() {
    inquiries.mock("faults", "{\"delayMs\": 3000}");

    JsonNode ended = inquiries.ask("12345678");

    assertThat(ended.get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(inquiries.timeline(ended))
        .containsExactly("ACCEPTED", "SENT attempt 1", AccountInquiries.ANSWERED);
    await().untilAsserted(() -> assertThat(rows(ended)).isEmpty());
  }

  @Test
  void aRowThatNobodyHoldsAnyMoreIsAskedForByWhoeverIsThere() {
    inquiries.mock("faults", "{\"delayMs\": 2000}");
    JsonNode inquiry = inquiries.post("12345678");
    await().untilAsserted(() -> assertThat(rows(inquiry)).containsExactly("POLL"));

    // as a node leaves it that was killed while it asked: its claim has run out
    jdbc.sql(
            """
            update dispatch set claimed_by = 'KILLED', claimed_until = due where inquiry_id = ?""")
        .param(inquiry.get("id").textValue())
        .update();

    assertThat(inquiries.get(inquiry, "20s").get("outcome").textValue()).isEqualTo("ANSWERED");
  }

  @Test
  void anAgencyThatIsDownIsAskedAgain() {
    inquiries.mock("faults", "{\"delayMs\": 2000}");
    JsonNode inquiry = inquiries.post("12345678");
    await().untilAsserted(() -> assertThat(rows(inquiry)).containsExactly("POLL"));
    inquiries.mock("faults", "{\"down\": true}");
    await()
        .untilAsserted(
            () -> assertThat(inquiries.timeline(inquiry)).contains("POLL_POSTPONED UNREACHABLE"));

    inquiries.behave();

    assertThat(inquiries.get(inquiry, "20s").get("outcome").textValue()).isEqualTo("ANSWERED");
  }

  @Test
  void anAnswerThatIsHeldIsNotAskedForAgain() {
    inquiries.mock("replies", "[{\"subject\": \"821\", \"as\": \"garbage\"}]");
    JsonNode inquiry = inquiries.post("821");

    await()
        .untilAsserted(
            () ->
                assertThat(inquiries.timeline(inquiry))
                    .anyMatch(event -> event.startsWith("REPLY_NOT_READABLE")));
    await().untilAsserted(() -> assertThat(rows(inquiry)).isEmpty());
    assertThat(inquiries.get(inquiry, null).get("state").textValue()).isEqualTo("SENT");
  }

  @Test
  void whatTheProviderHoldsIsAskedForOn() {
    inquiries.mock("replies", "[{\"subject\": \"822\", \"outcome\": \"HELD\"}]");
    JsonNode inquiry = inquiries.post("822");

    await()
        .untilAsserted(() -> assertThat(inquiries.timeline(inquiry)).contains("HELD_BY_PROVIDER"));
    await()
        .during(Duration.ofMillis(1500))
        .atMost(Duration.ofSeconds(10))
        .until(() -> rows(inquiry).equals(List.of("POLL")));
  }

  @Test
  void anAnswerThatHasTheReceiptNumberOnlyIsUnderstood() {
    inquiries.mock("faults", "{\"delayMs\": 2000}");
    inquiries.mock("replies", "[{\"subject\": \"823\", \"receipts\": \"only\"}]");

    JsonNode ended = inquiries.ask("823");

    assertThat(ended.get("outcome").textValue()).isIn("ANSWERED", "NO_DATA");
    String receipt = Receipts.numberOf(ended.get("number").textValue());
    assertThat(inquiries.timeline(ended))
        .containsOnlyOnce("RECEIPT_GIVEN " + receipt)
        .noneMatch(event -> event.startsWith("REPLY_"));
  }

  private List<String> rows(JsonNode inquiry) {
    return jdbc.sql("select what from dispatch where inquiry_id = ? and what = 'POLL'")
        .param(inquiry.get("id").textValue())
        .query(String.class)
        .list();
  }
}
