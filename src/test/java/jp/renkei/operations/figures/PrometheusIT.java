package jp.renkei.operations.figures;

import static java.util.concurrent.TimeUnit.SECONDS;
import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.routing.BrittleLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What a running hub tells Prometheus. */
@HubTest
@Import(BrittleLedger.class)
class PrometheusIT {

  private static final String FLOW = "{flow=\"" + HubClient.FLOW + "\"";

  @Autowired private HubClient hub;
  @Autowired private BrittleLedger ledger;

  @BeforeEach
  @AfterEach
  void allWell() {
    ledger.become(BrittleLedger.Fault.NONE);
    hub.mock("faults", "{}");
  }

  @Test
  void everyMetricIsExplainedAndEveryExplanationIsOfAMetric() throws IOException {
    ask("20s");

    assertThat(MetricsDocument.explained()).isNotEmpty();
    assertThat(MetricsDocument.scraped(scrape()))
        .containsExactlyElementsOf(MetricsDocument.explained());
  }

  @Test
  void anInquiryIsCountedAndTimedOnce() {
    String before = scrape();
    String key = newKey();
    // long enough for the sending to be noted before the reply comes
    hub.mock("faults", "{\"delayMs\": 1000}");

    assertThat(hub.post(key, "20s", hub.inquiry("0012345678").toString()).statusCode())
        .isEqualTo(200);
    hub.post(key, null, hub.inquiry("0012345678").toString());

    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () -> {
              assertOneMore(before, "renkei_inquiries_accepted_total" + FLOW);
              assertOneMore(
                  before, "renkei_inquiries_ended_total" + FLOW + ",outcome=\"ANSWERED\"");
              assertOneMore(before, "renkei_inquiry_accepted_to_sent_seconds_count" + FLOW);
              assertOneMore(before, "renkei_inquiry_sent_to_answered_seconds_count" + FLOW);
              assertOneMore(before, "renkei_inquiry_accepted_to_answered_seconds_count" + FLOW);
              assertOneMore(before, "renkei_inquiry_accepted_to_delivered_seconds_count" + FLOW);
            });
    assertThat(value(scrape(), "renkei_ledger_commit_seconds_count"))
        .isGreaterThan(value(before, "renkei_ledger_commit_seconds_count"));
  }

  @Test
  void whatWaitsIsToldAndIsNoNumberWhileTheLedgerIsAway() {
    hub.mock("faults", "{\"down\": true}");
    ask(null);
    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () -> {
              String told = scrape();
              assertThat(value(told, "renkei_inquiries_waiting" + FLOW)).isPositive();
              assertThat(value(told, "renkei_inquiries_oldest_waiting_seconds" + FLOW))
                  .isPositive();
            });

    ledger.become(BrittleLedger.Fault.AWAY);
    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () -> {
              String told = scrape();
              assertThat(value(told, "renkei_inquiries_waiting" + FLOW)).isNaN();
              assertThat(value(told, "renkei_inquiries_oldest_waiting_seconds" + FLOW)).isNaN();
              assertThat(value(told, "renkei_outbox_size{agency=\"mhlw\"")).isPositive();
            });

    ledger.become(BrittleLedger.Fault.NONE);
    await().atMost(20, SECONDS).until(() -> value(scrape(), "renkei_inquiries_waiting" + FLOW) > 0);

    // another test's agency takes whatever lies in its queue
    hub.mock("faults", "{}");
    await()
        .atMost(60, SECONDS)
        .until(() -> value(scrape(), "renkei_inquiries_waiting" + FLOW) == 0);
  }

  @ParameterizedTest
  @CsvSource({
    "operator, 200",
    "auditor, 200",
    "admin, 200",
    "caller, 403",
    "releaser, 403",
    ", 401"
  })
  void onlyThoseWhoMayLookAreTold(String user, int status) {
    assertThat(hub.get(user, "/actuator/prometheus").statusCode()).isEqualTo(status);
  }

  private void ask(String wait) {
    assertThat(hub.post(newKey(), wait, hub.inquiry("0000930002").toString()).statusCode())
        .isIn(200, 202);
  }

  private void assertOneMore(String before, String series) {
    assertThat(value(scrape(), series)).as(series).isEqualTo(value(before, series) + 1);
  }

  private String scrape() {
    HttpResponse<String> response = hub.get("operator", "/actuator/prometheus");
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  /** A series' value, by the beginning of its line. */
  private static double value(String scraped, String series) {
    Matcher line =
        Pattern.compile("^" + Pattern.quote(series) + "\\S* (\\S+)$", Pattern.MULTILINE)
            .matcher(scraped);
    assertThat(line.find()).as(series).isTrue();
    return Double.parseDouble(line.group(1));
  }
}
