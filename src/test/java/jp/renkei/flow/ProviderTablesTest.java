package jp.renkei.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a provider's code is, and on which day. */
class ProviderTablesTest {

  private static final String INSURERS =
      """
      laws:
        - {code: "06", title: {ja: 健康保険組合, en: Societies}, asks: insurer}
        - {code: "39", title: {ja: 広域連合, en: Unions}, asks: wide-area-union, validFrom: 2008-04-01}
      numbers:
        - {number: "270140", municipality: "271403", validTo: 2025-03-31}
        - {number: "270140", municipality: "272035", validFrom: 2025-04-01}
        - {number: "273995", society: yes, validFrom: 2020-04-01}
        - {number: "271080", municipality: "272035"}
        - {number: "273961", society: yes}
        - {number: "06132013", validTo: 2020-03-31, successor: "00270140"}
        - {number: "06279970", validTo: 2022-03-31, successor: "06279988"}
        - {number: "06279988", validFrom: 2021-04-01, validTo: 2024-03-31, successor: "06279996"}
        - {number: "06279988", validTo: 2021-03-31}
      """;

  private static final String MUNICIPALITIES =
      """
      own: "271004"
      cities:
        - {code: "271403", title: {ja: 堺市, en: Sakai}, wards: ["271411"], validFrom: 2006-04-01}
      """;

  /** The check digits are those of DOMAIN.md 7, one digit off beside each. */
  @ParameterizedTest(name = "{0} on {1}: {2} {3}")
  @CsvSource({
    "06279996, 2026-11-22, INSURER, 06279996",
    "06132013, 2020-03-31, INSURER, 06132013",
    "06132013, 2026-11-22, MUNICIPALITY, 272035",
    "39270004, 2026-11-22, WIDE_AREA_UNION, 39270004",
    "39270004, 2008-04-01, WIDE_AREA_UNION, 39270004",
    "270140, 2025-03-31, MUNICIPALITY, 271403",
    "270140, 2025-04-01, MUNICIPALITY, 272035",
    "273995, 2026-11-22, INSURER, 273995",
    "271411, 2026-11-22, MUNICIPALITY, 271403",
    "272035, 2026-11-22, MUNICIPALITY, 272035",
    "131121, 2026-11-22, MUNICIPALITY, 131121",
    "06279970, 2022-03-31, INSURER, 06279970",
    "06279970, 2022-04-01, INSURER, 06279988",
    "06279970, 2024-04-01, INSURER, 06279996",
    "00271080, 2026-11-22, MUNICIPALITY, 272035",
    "00273961, 2026-11-22, INSURER, 273961",
    "00273995, 2026-11-22, INSURER, 273995",
  })
  void isSomebodys(String code, LocalDate day, ProviderCodes codes, String member) {
    assertThat(tables().insurer(code, day)).isEqualTo(new Whose.Member(codes, member));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "06279997, 2026-11-22, right check digit",
    "06132014, 2026-11-22, right check digit",
    "39270005, 2026-11-22, right check digit",
    "39270004, 2008-03-31, begin so on 2008-03-31",
    "33120015, 2026-11-22, begin so on 2026-11-22",
    "06489991, 2026-11-22, no prefecture",
    "270141, 2026-11-22, check digit is wrong",
    "131122, 2026-11-22, check digit is wrong",
    "270033, 2026-11-22, not known here",
    "273995, 2020-03-31, no insurer's number on 2020-03-31",
    "271411, 2006-03-31, a ward that is none on 2006-03-31",
    "271080, 2026-11-22, ask a municipality's insurance by its municipality code",
    "273961, 2026-11-22, write 00 before an insurer number",
    "00273962, 2026-11-22, right check digit",
    "00272302, 2026-11-22, not known here",
    "00273995, 2020-03-31, no insurer's number on 2020-03-31",
    "272302, 2026-11-22, neither is listed",
  })
  void isNobodys(String code, LocalDate day, String why) {
    assertThat(tables().insurer(code, day))
        .isInstanceOfSatisfying(
            Whose.Nobody.class, nobody -> assertThat(nobody.why()).contains(why));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{number: \"270141\", municipality: \"271403\"} | cannot be '270141'",
        "{number: \"270140\", municipality: \"271404\"} | cannot be '271404'",
        "{number: \"270033\"} | six digits are a municipality's insurance or a society's",
        "{number: \"270033\", municipality: \"272035\", society: yes} | six digits are",
        "{number: \"06279996\"} | eight digits stand here where they are in use no more",
        "{number: \"06279996\", validTo: 2020-03-31, successor: \"06279996\"} | go round",
        "{number: \"270033\", municipality: \"272035\", title: x} | title",
        "{number: \"00271080\", validTo: 2020-03-31} | cannot be '00271080'",
      })
  void aWrongLineIsNamed(String line, String fault) {
    assertThat(
            faults(
                "laws:\n  - {code: \"06\", title: {ja: x, en: x}, asks: insurer}\n"
                    + "numbers:\n  - "
                    + line))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.toString()).contains(fault);
              assertThat(found.file()).isEqualTo("routes/codes/insurers.yaml");
              assertThat(found.line()).isGreaterThanOrEqualTo(4);
              assertThat(found.remedy()).isNotBlank();
            });
  }

  @Test
  void successorsThatGoRoundByALaterLineAreNamed() {
    assertThat(
            faults(
                INSURERS
                    + """
                        - {number: "06279996", validTo: 2019-03-31}
                        - {number: "06279996", validFrom: 2020-04-01, validTo: 2025-03-31, successor: "06279970"}
                      """))
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(fault.toString()).contains("go round"));
  }

  @Test
  void aNumberStandsOnceForADay() {
    assertThat(faults(INSURERS.replace("validFrom: 2025-04-01", "validFrom: 2025-03-31")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.toString()).contains("270140 stands twice"));
  }

  @Test
  void aTableThatNobodyKnowsIsAFault() {
    List<CatalogueFault> faults = new ArrayList<>();

    CodeFiles.read(List.of(new CatalogueSource("routes/codes/banks.yaml", "a: b")), faults);

    assertThat(faults).singleElement().asString().contains("a table that nobody knows");
  }

  private static List<CatalogueFault> faults(String insurers) {
    List<CatalogueFault> faults = new ArrayList<>();
    CodeFiles.read(sources(insurers), faults);
    return faults;
  }

  private static ProviderTables tables() {
    List<CatalogueFault> faults = new ArrayList<>();
    ProviderTables tables = CodeFiles.read(sources(INSURERS), faults);
    assertThat(faults).isEmpty();
    return tables;
  }

  private static List<CatalogueSource> sources(String insurers) {
    return List.of(
        new CatalogueSource("routes/codes/municipalities.yaml", MUNICIPALITIES),
        new CatalogueSource("routes/codes/insurers.yaml", insurers));
  }
}
