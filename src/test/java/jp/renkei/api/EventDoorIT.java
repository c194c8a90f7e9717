package jp.renkei.api;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    await().until(() -> sealed() >= 2);
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
