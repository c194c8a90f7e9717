package jp.renkei.inquiry;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import jp.renkei.hub.ChangedCatalogue;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.hub.Paperwork;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.routing.https.RegistryInquiries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hub whose permitted list has fewer items than the message kinds. */
@HubTest
@Import(PermittedItemsIT.FewerItems.class)
class PermittedItemsIT {

  @TestConfiguration(proxyBeanMethods = false)
  static class FewerItems {

    @Bean
    static ChangedCatalogue fewerItems() {
      return new ChangedCatalogue(
          text ->
              text.replaceFirst(
                      "items: \\[residentNumber, birthDate, [^]]*]",
                      "items: [residentNumber, birthDate, period, nonDisclosable, result,"
                          + " involuntary]")
                  .replaceFirst(
                      "items: \\[residentNumber, year, addressee, [^]]*]",
                      "items: [residentNumber, year, addressee, nonDisclosable, totalIncome]")
                  .replace("latest, change, basis, flags]", "currentIndividualNumber]"));
    }
  }

  @Autowired private HubClient hub;
  @Autowired private LedgerReader reader;
  @Autowired private JdbcClient jdbc;
  private Paperwork paper;

  @BeforeEach
  void openPaper() {
    paper = new Paperwork(hub);
  }

  @Test
  void anAnswerHasPermittedItemsOnlyForWhoeverWaitsAndInTheLedger() {
    JsonNode waited = hub.read(hub.post(newKey(), "20s", hub.inquiry("0012345678").toString()));

    assertThat(waited.get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(waited.get("reply").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "residentNumber", "period", "result", "involuntary", "nonDisclosable");
    String id = waited.get("id").textValue();
    JsonNode read = hub.read(hub.get("caller", "/api/v1/inquiries/" + id));
    assertThat(read.get("reply")).isEqualTo(waited.get("reply"));
    assertThat(reader.events(id))
        .filteredOn(event -> event.what() == EventKind.ITEMS_REMOVED)
        .singleElement()
        .extracting(Event::detail)
        .asString()
        .matches("[0-9]: .*leavings.*")
        .doesNotContain("0012345678");
  }

  /** The shipped list has not this item; see {@code RegistryNetworkIT}. */
  @Test
  void anAnswerHasTheIndividualNumberWhereItIsPermitted() {
    String body = RegistryInquiries.byItems("12345679", "○○市東区本町二丁目3番4号").toString();

    JsonNode ended = hub.read(hub.post(newKey(), "20s", body));

    assertThat(ended.at("/reply/currentIndividualNumber").textValue()).isEqualTo("987654321018");
    assertThat(ended.get("reply").has("latest")).isFalse();
  }

  @Test
  void anAnswerFromPaperHasPermittedItemsOnly() {
    Paperwork.Asked asked = paper.ask("981", null);
    paper.key("operator", asked, Paperwork.REPLY);
    paper.confirm("operator2", asked, Paperwork.REPLY);

    JsonNode ended = hub.read(hub.get("caller", Paperwork.path(asked.id())));
    assertThat(ended.get("outcome").textValue()).isEqualTo("MANUAL");
    assertThat(ended.get("reply").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("residentNumber", "year", "nonDisclosable", "totalIncome");
    assertThat(reader.events(asked.id())).extracting(Event::what).contains(EventKind.ITEMS_REMOVED);
  }

  @Test
  void aPayloadWithAnotherItemIsRefusedAndTheRefusalIsAnEvent() {
    ObjectNode inquiry = hub.inquiry("982");
    ((ObjectNode) inquiry.get("payload")).put("provider", "2701");
    HttpResponse<String> response = hub.post(newKey(), null, inquiry.toString());

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(hub.read(response).get("code").textValue()).isEqualTo("RK-1107");
    assertThat(hub.read(response).at("/faults/0/pointer").textValue())
        .isEqualTo("/payload/provider");
    await().untilAsserted(() -> assertThat(refusals()).containsExactly("RK-1107 provider"));
  }

  private List<String> refusals() {
    return jdbc.sql("select detail from event where what = 'REFUSED' and detail like 'RK-1107%'")
        .query(String.class)
        .list();
  }
}
