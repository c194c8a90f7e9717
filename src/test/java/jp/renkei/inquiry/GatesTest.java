package jp.renkei.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.CatalogueReader;
import jp.renkei.flow.CatalogueSource;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.Lane;
import jp.renkei.ledger.MovableClock;
import jp.renkei.ledger.Outboxes;
import jp.renkei.ledger.Pauses;
import jp.renkei.ledger.State;
import org.junit.jupiter.api.Test;

/** What a clock that moves through hours, a holiday and a batch window lets pass. */
class GatesTest {

  private static final String AGENCY =
      """
      id: sakai
      title: {ja: 堺市, en: Sakai}
      path: information-network
      transport: jms
      encryption: jwe
      consumers: 1
      inFlight: 1
      window: 2
      hours:
        weekdays: ["08:30-12:00", "13:00-19:00"]
      batch: "17:00-19:00"
      """;

  private final Catalogue catalogue =
      new CatalogueReader(Map.of())
          .read(
              List.of(),
              List.of(new CatalogueSource("routes/agencies/sakai.yaml", AGENCY)),
              List.of());
  private final Agency agency = catalogue.agency("sakai").orElseThrow();
  private final MovableClock clock = new MovableClock(at("2026-09-18T18:59:59"));
  private final Outboxes outboxes = new Outboxes(id -> 2);
  private final Gates gates = new Gates(catalogue, new Pauses(null), outboxes, clock);

  @Test
  void whatIsAcceptedAfterClosingWaitsOverTheHolidaysForTheNextOpening() {
    assertThat(gates.opens("sakai", null, Lane.SINGLE)).isTrue();
    assertThat(gates.stateOf(agency)).isEqualTo(AgencyState.OPEN);

    clock.pass(Duration.ofSeconds(1));

    assertThat(gates.opens("sakai", null, Lane.SINGLE)).isFalse();
    assertThat(gates.admission("sakai").lanes()).isEmpty();
    assertThat(gates.stateOf(agency)).isEqualTo(AgencyState.CLOSED);
    // Saturday, Sunday and then 敬老の日, 国民の休日 and 秋分の日
    Instant opening = at("2026-09-24T08:30");
    assertThat(gates.turns(agency)).isEqualTo(opening);
    assertThat(gates.of(inquiry(Lane.SINGLE, clock.instant())))
        .hasValue(new Wait(Wait.Reason.HOURS, opening));

    clock.pass(Duration.between(clock.instant(), opening).minusMillis(1));
    assertThat(gates.opens("sakai", null, Lane.SINGLE)).isFalse();
    clock.pass(Duration.ofMillis(1));
    assertThat(gates.opens("sakai", null, Lane.SINGLE)).isTrue();
    assertThat(gates.of(inquiry(Lane.SINGLE, clock.instant()))).isEmpty();
  }

  @Test
  void bulkWaitsForItsWindow() {
    clock.pass(Duration.between(clock.instant(), at("2026-09-24T09:00")));

    assertThat(gates.admission("sakai").lanes()).containsExactly(Lane.SINGLE);
    assertThat(gates.of(inquiry(Lane.BULK, clock.instant())))
        .hasValue(new Wait(Wait.Reason.BATCH, at("2026-09-24T17:00")));

    clock.pass(Duration.ofHours(8));
    assertThat(gates.admission("sakai").lanes()).containsExactly(Lane.SINGLE, Lane.BULK);
  }

  @Test
  void aRetryAndAFullWindowAreNamed() {
    Instant later = clock.instant().plusSeconds(30);
    assertThat(gates.of(inquiry(Lane.SINGLE, later))).hasValue(new Wait(Wait.Reason.RETRY, later));

    outboxes.of("sakai").caughtUp(Lane.SINGLE);
    assertThat(outboxes.of("sakai").reserve(Lane.SINGLE)).isTrue();
    assertThat(gates.of(inquiry(Lane.SINGLE, clock.instant()))).isEmpty();
    assertThat(outboxes.of("sakai").reserve(Lane.SINGLE)).isTrue();
    assertThat(gates.of(inquiry(Lane.SINGLE, clock.instant())))
        .hasValue(new Wait(Wait.Reason.WINDOW, null));
  }

  private Inquiry inquiry(Lane lane, Instant due) {
    return new Inquiry(
        "01",
        "R1",
        "nhi",
        "flow",
        "sakai",
        null,
        lane,
        null,
        State.ACCEPTED,
        null,
        null,
        null,
        null,
        false,
        0,
        clock.instant(),
        clock.instant().plus(Duration.ofDays(3)),
        null,
        null,
        due);
  }

  private static Instant at(String time) {
    return LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Tokyo")).toInstant();
  }
}
