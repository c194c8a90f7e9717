package jp.renkei.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an agency's file says of hours, limits and members, and what is wrong with it. */
class AgencyTermsTest {

  private static final String FILE = "routes/agencies/mhlw.yaml";

  private static final String TEXT =
      """
      id: mhlw
      title: {ja: 厚生労働大臣, en: Ministry}
      path: information-network
      transport: jms
      encryption: jwe
      consumers: 16
      inFlight: 256
      window: 1500
      rate: 50
      patience: PT20M
      retry: {most: 5, first: PT2S, longest: PT1M}
      hours:
        weekdays: [09:00-12:00, "13:00-17:30"]
        saturdays: 09:00-12:00
        sundays: closed
        holidays: 22:00-02:00
        closed: [12-29..01-03, 2026-05-01]
        maintenance: [2026-12-05T22:00:00+09:00/2026-12-06T06:00:00+09:00]
      batch: 11:00-08:00
      providerCodes: municipality
      providers:
        - {code: "271004", title: {ja: 大阪市, en: Osaka}}
        - {code: "271403", title: {ja: 堺市, en: Sakai}}
      validFrom: 2026-04-01
      validTo: 2030-03-31
      """;

  @Test
  void readsAllOfIt() {
    Agency agency = agency(TEXT);

    assertThat(agency.limits()).isEqualTo(new Limits(1_500, 50, Duration.ofMinutes(20)));
    assertThat(agency.retry())
        .isEqualTo(new Retry(5, Duration.ofSeconds(2), Duration.ofMinutes(1)));
    assertThat(agency.hours())
        .isEqualTo(
            new ServiceHours(
                Map.of(
                    DayKind.WEEKDAYS, List.of(new TimeRange(540, 720), new TimeRange(780, 1_050)),
                    DayKind.SATURDAYS, List.of(new TimeRange(540, 720)),
                    DayKind.SUNDAYS, List.of(),
                    DayKind.HOLIDAYS, List.of(new TimeRange(1_320, 1_560))),
                List.of(ClosedDays.parse("12-29..01-03"), ClosedDays.parse("2026-05-01")),
                List.of(
                    new Span(
                        Instant.parse("2026-12-05T13:00:00Z"),
                        Instant.parse("2026-12-05T21:00:00Z"))),
                List.of(new TimeRange(0, 1_440))));
    assertThat(agency.batch()).isEqualTo(agency.hours().within(List.of(new TimeRange(660, 1_920))));
    assertThat(agency.providers())
        .containsExactly(
            new Provider("271004", new Title("大阪市", "Osaka")),
            new Provider("271403", new Title("堺市", "Sakai")));
    assertThat(agency.validity())
        .isEqualTo(new Validity(LocalDate.of(2026, 4, 1), LocalDate.of(2030, 3, 31)));
  }

  @Test
  void aRetryTakesWhatItDoesNotSayFromTheDefault() {
    Agency agency =
        agency(TEXT.replace("retry: {most: 5, first: PT2S, longest: PT1M}", "retry: {most: 3}"));

    assertThat(agency.retry())
        .isEqualTo(new Retry(3, Duration.ofSeconds(5), Duration.ofMinutes(10)));
  }

  @Test
  void bulkHasTheAgencysHoursWhereNothingIsSaid() {
    Agency agency = agency(TEXT.replace("batch: 11:00-08:00\n", ""));

    assertThat(agency.batch()).isEqualTo(agency.hours());
  }

  @Test
  void otherCodesNeedNoCheckDigit() {
    Agency agency =
        agency(TEXT.replace("providerCodes: municipality\n", "").replace("271004", "2701"));

    assertThat(agency.providers()).extracting(Provider::code).containsExactly("2701", "271403");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource
  void tellsAFault(String right, String wrong, int line, String what, String remedy) {
    assertThat(TEXT).contains(right);

    List<CatalogueFault> faults =
        catchThrowableOfType(CatalogueFaults.class, () -> agency(TEXT.replace(right, wrong)))
            .faults();

    assertThat(faults).singleElement().isEqualTo(new CatalogueFault(FILE, line, what, remedy));
  }

  static Stream<Arguments> tellsAFault() {
    return Stream.of(
        arguments(
            "window: 1500", "window: 0", 8, "window cannot be '0'", "write a whole number from 1"),
        arguments("rate: 50", "rate: x", 9, "rate cannot be 'x'", "write a whole number from 1"),
        arguments(
            "patience: PT20M",
            "patience: 20m",
            10,
            "patience cannot be '20m'",
            "write an ISO 8601 duration above zero, such as P3D or PT12H"),
        arguments(
            "most: 5",
            "tries: 5",
            11,
            "tries is not a key of retry",
            "remove it, or correct it to one of most, first, longest"),
        arguments(
            "first: PT2S",
            "first: PT2M",
            11,
            "the first pause is longer than the longest, PT1M",
            "write a longest of at least PT2M, or a shorter first"),
        arguments(
            "saturdays: 09:00-12:00",
            "saturdays: 9-12",
            14,
            "saturdays cannot be '9-12'",
            "write HH:mm-HH:mm, at most 00:00-24:00"),
        arguments(
            "saturdays: 09:00-12:00",
            "saturdays: 09:00-09:00",
            14,
            "saturdays cannot be '09:00-09:00'",
            "write HH:mm-HH:mm, at most 00:00-24:00"),
        arguments(
            "saturdays: 09:00-12:00",
            "saturdays: 09:00-24:30",
            14,
            "saturdays cannot be '09:00-24:30'",
            "write HH:mm-HH:mm, at most 00:00-24:00"),
        arguments(
            "sundays: closed",
            "mondays: closed",
            15,
            "mondays is not a key of hours",
            "remove it, or correct it to one of weekdays, saturdays, sundays, holidays, closed,"
                + " maintenance"),
        arguments(
            "12-29..01-03",
            "12-29..02-30",
            17,
            "closed cannot be '12-29..02-30'",
            "write a date such as 2026-05-01, or each year's days such as 12-29..01-03"),
        arguments(
            "2026-05-01]",
            "2026-05-02..2026-05-01]",
            17,
            "closed cannot be '2026-05-02..2026-05-01'",
            "write a date such as 2026-05-01, or each year's days such as 12-29..01-03"),
        arguments(
            "2026-12-06T06",
            "2026-12-05T06",
            18,
            "maintenance cannot be '2026-12-05T22:00:00+09:00/2026-12-05T06:00:00+09:00'",
            "write an interval such as 2026-12-05T22:00:00+09:00/2026-12-06T06:00:00+09:00"),
        arguments(
            "closed: [12-29..01-03",
            "closed: [01-01..12-31",
            13,
            "hours is a window that never opens",
            "open some day, or remove hours to be always open"),
        arguments(
            "batch: 11:00-08:00",
            "batch: 18:00-21:00",
            19,
            "batch is a window that never opens",
            "write a part of the day in which hours are open, or remove it"),
        arguments(
            "providerCodes: municipality",
            "providerCodes: banks",
            20,
            "providerCodes cannot be 'banks'",
            "write one of municipality, insurer, wide-area-union"),
        arguments(
            "code: \"271403\"",
            "code: \"271404\"",
            23,
            "the code 271404 is not one of a municipality",
            "write its six digits, the last of them the check digit"),
        arguments(
            "code: \"271403\"",
            "code: \"27140\"",
            23,
            "the code 27140 is not one of a municipality",
            "write its six digits, the last of them the check digit"),
        arguments(
            "code: \"271403\"",
            "code: \"271004\"",
            23,
            "the provider 271004 stands twice",
            "keep one, the other is on line 22"),
        arguments(
            "code: \"271403\"",
            "code: \"27-1403\"",
            23,
            "code cannot be '27-1403'",
            "write 1 to 20 letters and digits in quotes, such as \"271403\""),
        arguments(
            "validTo: 2030-03-31",
            "validTo: 2026-03-31",
            25,
            "validTo is before validFrom",
            "write a day from 2026-04-01 on, or remove it"));
  }

  private static final String BULK =
      """
      bulk:
        kinds: [local-tax]
        host: files.example
        port: 22
        user: renkei
        out: nhi/inquiries
        in: nhi/replies
        lines: 10000
        every: PT1M
        endFile: yes
        organisation: "9999990000000001"
        department: NHI
      """;

  @Test
  void readsABulkChannel() {
    Agency agency = agency(TEXT + BULK);

    assertThat(agency.bulk())
        .isEqualTo(
            new BulkChannel(
                List.of("local-tax"),
                "files.example",
                22,
                "renkei",
                "nhi/inquiries",
                "nhi/replies",
                10_000,
                Duration.ofMinutes(1),
                true,
                "9999990000000001",
                "NHI"));
    assertThat(agency.takesFilesOf("local-tax")).isTrue();
    assertThat(agency.takesFilesOf("coverage")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lines: 10000 | lines: 10001 | lines cannot be '10001'",
        "port: 22 | port: 0 | port cannot be '0'",
        "host: files.example | host: files.example/x | host cannot be 'files.example/x'",
        "out: nhi/inquiries | out: ../inquiries | out cannot be '../inquiries'",
        "out: nhi/inquiries | out: /inquiries | out cannot be '/inquiries'",
        "out: nhi/inquiries | out: nhi/replies | requests and replies have one folder",
        "user: renkei | user: renkei:x | user cannot be 'renkei:x'",
        "'department: NHI' | 'department: 国保' | department cannot be '国保'",
        "organisation: \"9999990000000001\" | organisation: \"1\" | organisation cannot be '1'",
      })
  void tellsAFaultOfABulkChannel(String right, String wrong, String what) {
    assertThat(BULK).contains(right);

    CatalogueFaults faults =
        catchThrowableOfType(
            CatalogueFaults.class, () -> agency(TEXT + BULK.replace(right, wrong)));

    assertThat(faults.faults()).extracting(CatalogueFault::what).contains(what);
  }

  private static Agency agency(String text) {
    return new CatalogueReader(Map.of())
        .read(List.of(), List.of(new CatalogueSource(FILE, text)), List.of())
        .agency("mhlw")
        .orElseThrow();
  }
}
