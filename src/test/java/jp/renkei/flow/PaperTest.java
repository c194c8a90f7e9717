package jp.renkei.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.income.InsuredIncome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperTest {

  private static final String AGENCY =
      """
      id: insured
      title: {ja: 被保険者, en: Insured person}
      path: paper
      transport: document
      inFlight: 1
      hours: {weekdays: 09:00-17:30}
      document:
        form: SIN
        sender: [○○市 保険年金課]
        reminders: [P2D, P4D]
      """;

  private static final String FLOWS =
      """
      area: {id: assessment, title: {ja: 賦課, en: Assessment}}
      flows:
        - id: assessment.insured
          place: x
          title: {ja: 照会, en: Inquiry}
          pattern: inquiry
          agency: insured
          kind: insured-income
          deadline: {business: P5D}
          retention: P90D
          specificPersonalInformation: yes
          individualNumber: no
          purpose: {ja: 賦課, en: Assessment}
          legalBasis: {law: x}
          permitted: [{caller: nhi, items: [residentNumber, year, addressee, nonDisclosable]}]
          validFrom: 2024-05-27
          example: {year: 2026}
      """;

  /** Friday evening in Japan, before a Monday that is a holiday. */
  private static final Instant FRIDAY = Instant.parse("2026-11-20T09:00:00Z");

  private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

  @Test
  void remindsWithTheEndOfTheAgencysHoursOnItsBusinessDay() {
    Agency agency = read(AGENCY, FLOWS).agency("insured").orElseThrow();
    Paper paper = agency.paper();

    assertThat(paper.nextReminder(FRIDAY, 0, agency.hours(), LATER))
        .hasValue(Instant.parse("2026-11-25T08:30:00Z"));
    assertThat(paper.nextReminder(FRIDAY, 1, agency.hours(), LATER))
        .hasValue(Instant.parse("2026-11-27T08:30:00Z"));
    assertThat(paper.nextReminder(FRIDAY, 2, agency.hours(), LATER)).isEmpty();
  }

  @Test
  void remindsOfNothingThatWillHaveExpired() {
    Agency agency = read(AGENCY, FLOWS).agency("insured").orElseThrow();

    assertThat(
            agency
                .paper()
                .nextReminder(FRIDAY, 0, agency.hours(), Instant.parse("2026-11-25T08:30:00Z")))
        .isEmpty();
  }

  @Test
  void remindersMayBeLeftOut() {
    String text = AGENCY.replace("  reminders: [P2D, P4D]\n", "");

    assertThat(read(text, FLOWS).agency("insured").orElseThrow().paper())
        .isEqualTo(new Paper("SIN", List.of("○○市 保険年金課"), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "form: SIN | form: sin | form cannot be 'sin'",
        "form: SIN | form: LONGER | form cannot be 'LONGER'",
        "[P2D, P4D] | [P4D, P4D] | a reminder is not after the one before it",
        "[P2D, P4D] | [PT4H] | reminders cannot be 'PT4H'",
        "[P2D, P4D] | [P2D, P5D] | a reminder of the agency insured would not come before the deadline",
        "[○○市 保険年金課] | [a, b, c, d, e, f, g] | the sender has 7 lines",
        "inFlight: 1 | encryption: jwe | encryption is not a key of the file",
        "transport: document | transport: jms | document is not a key of the file",
        "document: | post: | document is missing in the file",
      })
  void tellsWhatDoesNotFit(String right, String wrong, String what) {
    assertThat(AGENCY).contains(right);

    CatalogueFaults faults =
        catchThrowableOfType(
            CatalogueFaults.class, () -> read(AGENCY.replace(right, wrong), FLOWS));

    assertThat(faults.faults()).extracting(CatalogueFault::what).contains(what);
  }

  @Test
  void noIndividualNumberStandsInALetter() {
    CatalogueFaults faults =
        catchThrowableOfType(
            CatalogueFaults.class,
            () -> read(AGENCY, FLOWS.replace("individualNumber: no", "individualNumber: yes")));

    assertThat(faults.faults())
        .containsExactly(
            new CatalogueFault(
                "routes/flows/assessment.yaml",
                12,
                "an individual number may not stand in a letter, which insured gets",
                "write individualNumber: no or choose an agency with another transport"));
  }

  private static Catalogue read(String agency, String flows) {
    return new CatalogueReader(new MessageKinds(List.of(new InsuredIncome())).items())
        .read(
            List.of(new CatalogueSource("routes/flows/assessment.yaml", flows)),
            List.of(new CatalogueSource("routes/agencies/insured.yaml", agency)),
            List.of());
  }
}
