package jp.renkei.ledger;

import static java.util.concurrent.TimeUnit.SECONDS;
import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.protection.evidence.HeadFile;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running hub seals by itself, on a route that operators see. */
@HubTest
class SealingIT {

  @Autowired private HubClient hub;
  @Autowired private JdbcClient jdbc;
  @Autowired private CamelContext camel;

  @Test
  void whatHappenedIsSealedSoon() {
    String id =
        hub.read(hub.post(newKey(), "20s", hub.inquiry("970").toString())).get("id").textValue();

    assertThat(camel.getRoute("housekeeping/sealing").getDescription()).contains("封印");
    await().until(() -> unsealed(id) == 0);
  }

  @Test
  void aHeadIsKeptInTheDataFolder(@Value("${renkei.data}") Path data) {
    hub.post(newKey(), null, hub.inquiry("972").toString());

    await()
        .atMost(30, SECONDS)
        .until(() -> !new HeadFile(data.resolve("evidence/heads.txt")).read().known().isEmpty());
  }

  private int unsealed(String inquiry) {
    return jdbc.sql(
            """
            select count(*) from event where inquiry_id = ?
              and id not in (select event_id from event_seal)""")
        .param(inquiry)
        .query(Integer.class)
        .single();
  }
}
