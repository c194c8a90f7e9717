package jp.renkei.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.CatalogueReader;
import jp.renkei.flow.CatalogueSource;
import jp.renkei.flow.Flow;
import jp.renkei.flow.ProviderTables;
import jp.renkei.ledger.Lane;
import jp.renkei.message.IndividualNumberGuards;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.TestSubjects;
import jp.renkei.message.employment.EmploymentInsurance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The deadline that an inquiry is accepted with, by the clock of the hub and the agency's hours.
 */
class DeadlineTest {

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private static final String AGENCY =
      """
      id: sakai
      title: {ja: 堺市, en: Sakai}
      path: information-network
      transport: jms
      encryption: jwe
      consumers: 1
      inFlight: 1
      hours:
        weekdays: [09:00-12:00, 13:00-17:00]
        closed: [12-29..01-03]
      """;

  private static final String FLOWS =
      """
      area: {id: assessment, title: {ja: 賦課, en: Assessment}}
      flows:
        - id: assessment.sakai
          place: (2)1
          title: {ja: 照会, en: Inquiry}
          pattern: inquiry
          agency: sakai
          kind: employment-insurance
          deadline: DEADLINE
          retention: P400D
          specificPersonalInformation: yes
          individualNumber: no
          purpose: {ja: 判定, en: Deciding}
          legalBasis: {law: 番号法19条8号}
          permitted: [{caller: nhi, items: [residentNumber, birthDate, period, nonDisclosable]}]
          validFrom: 2026-04-01
          example:
            residentNumber: "0012345678"
            birthDate: "1980-05-10"
            period: {from: "2025-04-01", to: "2026-11-22"}
            nonDisclosable: false
      """;

  @ParameterizedTest(name = "{1} from {0}: {2} ({3})")
  @CsvSource({
    "2026-06-12T10:00, P3D,             2026-06-15T10:00, by the clock over a weekend",
    "2026-06-12T10:00, {business: P3D}, 2026-06-17T17:00, over a weekend",
    "2026-06-12T20:00, {business: P3D}, 2026-06-17T17:00, after hours",
    "2026-06-13T11:00, {business: P3D}, 2026-06-17T17:00, on a Saturday",
    "2026-04-30T10:00, {business: P3D}, 2026-05-08T17:00, over Golden Week",
    "2026-09-18T10:00, {business: P1D}, 2026-09-24T17:00, over Silver Week",
    "2026-12-28T10:00, {business: P3D}, 2027-01-06T17:00, over the year's end",
    "2026-06-12T10:00, {business: PT1H}, 2026-06-12T11:00, within hours",
    "2026-06-12T11:30, {business: PT1H}, 2026-06-12T13:30, over lunch",
    "2026-06-12T16:30, {business: PT30M}, 2026-06-12T17:00, up to the closing",
    "2026-06-12T16:00, {business: PT8H}, 2026-06-16T09:00, a second late"
  })
  void theFlowsOwnDeadline(
      LocalDateTime accepted, String written, LocalDateTime deadline, String when) {
    int late = when.endsWith("late") ? 1 : 0;

    assertThat(accept(written, null, instant(accepted).plusSeconds(late)))
        .isEqualTo(instant(deadline).plusSeconds(late));
  }

  @Test
  void aCallersDurationIsByTheClock() {
    Instant friday = instant(LocalDateTime.parse("2026-06-12T10:00"));

    assertThat(accept("{business: P3D}", "P3D", friday))
        .isEqualTo(instant(LocalDateTime.parse("2026-06-15T10:00")));
  }

  @Test
  void isNeverMoreThan366DaysAway() {
    Instant now = instant(LocalDateTime.parse("2026-06-12T10:00"));

    assertThat(accept("{business: P366D}", null, now))
        .isEqualTo(instant(LocalDateTime.parse("2027-06-13T10:00")));
  }

  private static Instant accept(String written, String named, Instant now) {
    Flow flow =
        new CatalogueReader(new MessageKinds(List.of(new EmploymentInsurance())).items())
            .read(
                List.of(
                    new CatalogueSource(
                        "routes/flows/assessment.yaml", FLOWS.replace("DEADLINE", written))),
                List.of(new CatalogueSource("routes/agencies/sakai.yaml", AGENCY)),
                List.of())
            .flow("assessment.sakai")
            .orElseThrow();
    MessageKinds kinds = new MessageKinds(List.of(new EmploymentInsurance()));
    return new Validate(
            kinds,
            new IndividualNumberGuards(kinds),
            TestSubjects.refusedIn("test", "1"),
            new WhomToAsk(new Catalogue(List.of(), List.of(), ProviderTables.NONE)),
            Clock.fixed(now, TOKYO))
        .validate(
            new Submission("nhi", flow, "key", null, named, flow.example(), Lane.SINGLE, null))
        .deadline();
  }

  private static Instant instant(LocalDateTime time) {
    return time.atZone(TOKYO).toInstant();
  }
}
