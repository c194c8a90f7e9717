package jp.renkei.api;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.OffsetDateTime;
import java.util.List;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.protection.evidence.Heads;
import jp.renkei.protection.evidence.Verification;
import jp.renkei.protection.evidence.VerifyEvidence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What auditors are told of the evidence. */
@HubTest
class EventDoorIT {

  private static final String VERIFY = "/api/v1/events/verify";

  @Autowired private HubClient hub;
  @Autowired private JdbcClient jdbc;
  private String inquiry;

  @BeforeEach
  void somethingIsSealed() {
    inquiry =
        hub.read(hub.post(newKey(), "20s", hub.inquiry("971").toString())).get("id").textValue();
    // a reply may overtake the word that its question was sent
    await().untilAsserted(() -> assertThat(happened()).contains("ACCEPTED", "SENT", "ENDED"));
    await().until(() -> sealed() == happened().size());
  }

  @Test
  void thatItHolds() {
    JsonNode told = hub.read(hub.get("auditor", VERIFY));

    assertThat(told.get("ok").booleanValue()).isTrue();
    assertThat(told.get("blocks").longValue()).isPositive();
    assertThat(told.get("events").longValue()).isGreaterThanOrEqualTo(2);
    assertThat(told.get("sealedTo").textValue()).endsWith("+09:00");
    assertThat(told.has("faults")).isFalse();
  }

  @Test
  void whatWasChangedAndWhere() {
    change("nhi", "somebody");
    try {
      JsonNode told = hub.read(hub.get("auditor", VERIFY));

      assertThat(told.get("ok").booleanValue()).isFalse();
      assertThat(told.get("faultCount").intValue()).isEqualTo(1);
      JsonNode fault = told.get("faults").get(0);
      assertThat(fault.get("what").textValue()).isEqualTo("EVENT_CHANGED");
      assertThat(fault.get("titleJa").textValue()).isEqualTo("証跡が変更されています");
      assertThat(fault.get("event").longValue()).isEqualTo(accepted());
      assertThat(place(accepted()))
          .isEqualTo(fault.get("block").longValue() + "/" + fault.get("position").intValue());
    } finally {
      change("somebody", "nhi");
    }
    assertThat(hub.read(hub.get("auditor", VERIFY)).get("ok").booleanValue()).isTrue();
  }

  @Test
  void whatHappenedToAnInquiryAndWhereItIsSealed() {
    JsonNode items = list("?inquiry=" + inquiry).get("items");

    assertThat(items).hasSize(sealed()).hasSizeGreaterThan(1);
    JsonNode first = items.get(0);
    assertThat(first.get("what").textValue()).isEqualTo("ACCEPTED");
    assertThat(first.get("inquiry").textValue()).isEqualTo(inquiry);
    assertThat(first.get("flow").textValue()).isEqualTo(HubClient.FLOW);
    assertThat(first.get("id").longValue()).isEqualTo(accepted());
    assertThat(place(accepted()))
        .isEqualTo(first.get("block").longValue() + "/" + first.get("position").intValue());
    assertThat(list("?inquiry=none").get("items")).isEmpty();
  }

  @Test
  void pageByPage() {
    String path = "?inquiry=" + inquiry + "&limit=1";
    JsonNode first = list(path);
    JsonNode second = list(path + "&after=" + first.get("next").textValue());

    assertThat(first.get("items")).hasSize(1);
    assertThat(second.get("items").get(0).get("id").longValue())
        .isGreaterThan(first.get("items").get(0).get("id").longValue());
    assertThat(list("?inquiry=" + inquiry).get("next").isNull()).isTrue();
  }

  @Test
  void fromATimeOn() {
    OffsetDateTime at =
        jdbc.sql("select at from event where id = ?")
            .param(accepted())
            .query(OffsetDateTime.class)
            .single();

    assertThat(list("?from=" + url(at) + "&inquiry=" + inquiry).get("items").get(0).get("id"))
        .isEqualTo(list("?inquiry=" + inquiry).get("items").get(0).get("id"));
    assertThat(list("?from=" + url(at.plusNanos(1_000)) + "&inquiry=" + inquiry).get("items"))
        .noneMatch(event -> event.get("id").longValue() == accepted());
    assertThat(list("?from=" + url(at.plusYears(1))).get("items")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"from=2026-11-23", "from=%2B99999-01-01T00:00Z", "after=x", "limit=501"})
  void whatCannotBeReadIsRefused(String parameter) {
    assertThat(hub.get("auditor", "/api/v1/events?" + parameter).statusCode()).isEqualTo(400);
  }

  /** What the door gives is what the command verifies; a part of it begins later. */
  @Test
  void anExportThatVerifies() throws IOException {
    String all = hub.get("auditor", "/api/v1/events/export").body();
    long last = list("?inquiry=" + inquiry).get("items").get(0).get("block").longValue();
    String part = hub.get("auditor", "/api/v1/events/export?fromBlock=" + last).body();

    Verification found = verify(all);
    assertThat(found.ok()).isTrue();
    assertThat(found.blocks()).isGreaterThanOrEqualTo(last);
    assertThat(all).contains(inquiry);
    assertThat(verify(part).ok()).isTrue();
    assertThat(part).contains(inquiry);
    assertThat(all).contains(part.substring(part.indexOf('\n'), part.lastIndexOf("{\"end\"")));
  }

  private static Verification verify(String export) throws IOException {
    return new VerifyEvidence(Heads.NONE).verify(new BufferedReader(new StringReader(export)));
  }

  private JsonNode list(String query) {
    return hub.read(hub.get("auditor", "/api/v1/events" + query));
  }

  private static String url(OffsetDateTime time) {
    return time.toInstant().toString();
  }

  private void change(String from, String to) {
    jdbc.sql("update event set who = ? where who = ? and inquiry_id = ? and what = 'ACCEPTED'")
        .params(to, from, inquiry)
        .update();
  }

  private long accepted() {
    return jdbc.sql("select id from event where inquiry_id = ? and what = 'ACCEPTED'")
        .param(inquiry)
        .query(Long.class)
        .single();
  }

  private String place(long event) {
    return jdbc.sql("select block, position from event_seal where event_id = ?")
        .param(event)
        .query((row, n) -> row.getLong("block") + "/" + row.getInt("position"))
        .single();
  }

  private List<String> happened() {
    return jdbc.sql("select what from event where inquiry_id = ?")
        .param(inquiry)
        .query(String.class)
        .list();
  }

  private int sealed() {
    return jdbc.sql(
            """
            select count(*) from event_seal s join event e on e.id = s.event_id
            where e.inquiry_id = ?""")
        .param(inquiry)
        .query(Integer.class)
        .single();
  }
}
