package jp.renkei.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.MessageKinds;
import jp.renkei.operations.ShippedCatalogue;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhomToAskTest {

  private static final Catalogue CATALOGUE = ShippedCatalogue.catalogue();
  private static final MessageKinds KINDS = ShippedCatalogue.kinds();
  private static final Instant NOW = Instant.parse("2026-11-22T01:58:23Z");
  private static final String CARE = "benefits.care-insurer";
  private static final String TAX = "assessment.municipality-tax";

  private static final String BENEFITS = "benefits.insurer-benefits";

  private final WhomToAsk whom = new WhomToAsk(CATALOGUE);

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
    "271403, 2026, 271403, a city",
    "271411, 2026, 271403, a ward of Sakai",
    "141313, 2026, 141305, a ward of Kawasaki",
    "401315, 2026, 401307, a ward of Fukuoka",
    "221384, 2024, 221309, a ward of Hamamatsu since that year",
    "221317, 2023, 221309, a ward of Hamamatsu until that year's end",
    "131121, 2026, 131121, a special ward is a municipality",
    "281000, 2026, 281000, a designated city by its own code"
  })
  void asksTheMunicipalityOfACode(String code, int year, String asked) {
    assertThat(provider(TAX, tax(year).put("provider", code))).isEqualTo(asked);
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource({
    "221384, 2023, a ward that is none on 2023-01-01",
    "221317, 2024, a ward that is none on 2024-01-01",
    "271404, 2026, not a provider of the agency"
  })
  void refusesACodeThatIsNoneOnTheDay(String code, int year, String reason) {
    assertThat(refused(TAX, tax(year).put("provider", code)))
        .satisfies(
            refused -> {
              assertThat(refused.problem()).isEqualTo(Problem.INVALID_PAYLOAD);
              assertThat(refused.faults()).containsExactly(new Fault("/payload/provider", reason));
            });
  }

  @ParameterizedTest
  @CsvSource({"271004", "271021", "271276"})
  void theOwnCityAndItsWardsAreAskedInTheCity(String code) {
    ProblemException refused = refused(TAX, tax(2026).put("provider", code));
    assertThat(refused.problem()).isEqualTo(Problem.OWN_CITY);
    assertThat(refused.faults())
        .containsExactly(
            new Fault("/payload/provider", "the own city: ask on assessment.city-tax"));
  }

  @Test
  void findsTheMunicipalityOfTheFirstOfJanuary() {
    ObjectNode moved = tax(2026);
    ArrayNode history = moved.putArray("addressHistory");
    lived(history, "131121", "2010-01-01", "2025-12-31");
    lived(history, "271411", "2026-01-01", "2026-01-01");
    lived(history, "271004", "2026-01-02", null);
    assertThat(provider(TAX, moved)).isEqualTo("271403");
    assertThat(provider(TAX, moved.deepCopy().put("taxYear", 2025))).isEqualTo("131121");

    ProblemException home = refused(TAX, moved.deepCopy().put("taxYear", 2027));
    assertThat(home.problem()).isEqualTo(Problem.OWN_CITY);
    assertThat(home.faults().get(0).pointer()).isEqualTo("/payload/addressHistory/2/municipality");
  }

  @Test
  void theMonthOfTreatmentTellsWhoseJanuaryCounts() {
    ObjectNode payload = payload().put("treatmentMonth", "2026-07");
    ArrayNode history = payload.putArray("addressHistory");
    lived(history, "131121", "2010-01-01", "2025-06-30");
    lived(history, "271403", "2025-07-01", null);
    String flow = "benefits.municipality-tax";
    assertThat(provider(flow, payload)).isEqualTo("131121");
    assertThat(provider(flow, payload.deepCopy().put("treatmentMonth", "2026-08")))
        .isEqualTo("271403");
  }

  @Test
  void theOtherMunicipalityOfTheCalculationPeriodIsAsked() {
    ObjectNode moved = payload().put("calculationYear", 2025);
    ArrayNode history = moved.putArray("addressHistory");
    lived(history, "271411", "2010-01-01", "2025-09-30");
    lived(history, "271420", "2025-10-01", "2025-12-31");
    lived(history, "271004", "2026-01-01", null);
    assertThat(provider(CARE, moved)).isEqualTo("271403");

    ProblemException home = refused(CARE, moved.deepCopy().put("calculationYear", 2026));
    assertThat(home.problem()).isEqualTo(Problem.OWN_CITY);
    assertThat(home.faults().get(0).pointer()).isEqualTo("/payload/addressHistory/2/municipality");
  }

  @Test
  void ofSeveralInTheCalculationPeriodEachIsAskedForItself() {
    ObjectNode moved = payload().put("calculationYear", 2025);
    ArrayNode history = moved.putArray("addressHistory");
    lived(history, "131121", "2010-01-01", "2025-08-01");
    lived(history, "271403", "2025-08-02", "2025-12-31");
    lived(history, "271004", "2026-01-01", null);
    assertThat(refused(CARE, moved).faults())
        .containsExactly(
            new Fault(
                "/payload/addressHistory",
                "several municipalities from 2025-08-01 to 2026-07-31: ask each by an inquiry of"
                    + " its own, as its provider: those of /payload/addressHistory/0,"
                    + " /payload/addressHistory/1"));

    lived(history, "131130", "2026-02-01", "2026-02-03");
    assertThat(refused(CARE, moved).faults())
        .containsExactly(
            new Fault("/payload/addressHistory", "more than one address on 2026-02-01"));
    assertThat(provider(CARE, payload().put("calculationYear", 2025).put("provider", "131121")))
        .isEqualTo("131121");
  }

  @Test
  void abroadIsNotAsked() {
    ObjectNode abroad = tax(2026);
    lived(abroad.putArray("addressHistory"), "99999", "2025-01-01", "2026-03-31");
    ProblemException refused = refused(TAX, abroad);
    assertThat(refused.problem()).isEqualTo(Problem.ABROAD);
    assertThat(refused.faults())
        .containsExactly(
            new Fault("/payload/addressHistory/0/municipality", "abroad on 2026-01-01"));
    assertThat(refused(TAX, tax(2026).put("provider", "99999")).problem())
        .isEqualTo(Problem.ABROAD);
  }

  @Test
  void oneAddressIsNeededOnTheDay() {
    ObjectNode gap = tax(2026);
    lived(gap.putArray("addressHistory"), "271403", "2026-01-02", null);
    assertThat(refused(TAX, gap).faults())
        .containsExactly(new Fault("/payload/addressHistory", "no address on 2026-01-01"));

    ObjectNode two = tax(2026);
    lived(two.putArray("addressHistory"), "271403", "2025-01-01", "2026-01-01");
    lived(two.withArray("addressHistory"), "131121", "2026-01-01", null);
    assertThat(refused(TAX, two).faults())
        .containsExactly(
            new Fault("/payload/addressHistory", "more than one address on 2026-01-01"));
  }

  @Test
  void eitherTheProviderOrTheAddressesAreGiven() {
    assertThat(refused(TAX, tax(2026)).faults())
        .containsExactly(new Fault("/payload/provider", "required"));
    ObjectNode both = tax(2026).put("provider", "271403");
    lived(both.putArray("addressHistory"), "271403", "2025-01-01", null);
    assertThat(refused(TAX, both).faults())
        .containsExactly(new Fault("/payload/addressHistory", "must not be there beside provider"));
  }

  @Test
  void nobodyIsSentToAFlowThatTheCatalogueHasNot() {
    Flow flow = CATALOGUE.flow(TAX).orElseThrow();
    WhomToAsk withoutIt =
        new WhomToAsk(
            new Catalogue(List.of(flow), List.copyOf(CATALOGUE.agencies()), CATALOGUE.providers()));
    ObjectNode own = tax(2026).put("provider", "271004");

    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () -> withoutIt.find(flow, KINDS.byId(flow.kind()).orElseThrow().question(own), NOW));

    assertThat(refused.faults()).containsExactly(new Fault("/payload/provider", "the own city"));
  }

  /** Each golden case of the flow that asks several agencies, by its provider's code. */
  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource({
    "already-paid, insurer, 06279996",
    "successor, insurer, 06279996",
    "society, insurer, 273995",
    "wide-area-union, wide-area-union, 39270004",
    "national-health-insurance, municipality, 271403",
    "municipality, municipality, 271403",
  })
  void theCodeDecidesWhichAgencyIsAsked(String golden, String agency, String provider) {
    ObjectNode payload = (ObjectNode) GoldenCases.of(BENEFITS, golden).payload();

    WhomToAsk.Found found = found(CATALOGUE.flow(BENEFITS).orElseThrow(), payload);

    assertThat(found.flow().agency().id()).isEqualTo(agency);
    assertThat(found.question().provider()).isEqualTo(provider);
    assertThat(found.flow().agencies()).containsExactly(found.flow().agency());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "06279997 | not an insurer number with a right check digit: copy it from the certificate",
        "39270005 | not an insurer number with a right check digit: copy it from the certificate",
        "99279994 | no insurers' numbers begin so on 2026-11-22: correct it, or complete"
            + " routes/codes/insurers.yaml",
        "67270140 | no insurers' numbers begin so on 2026-11-22: correct it, or complete"
            + " routes/codes/insurers.yaml",
        "06489991 | an insurer number of no prefecture: its third and fourth digit",
        "06279970 | an insurer that is no more since 2022-03-31: ask whoever took over",
        "271402 | neither an insurer number nor a municipality code: the check digit is wrong",
        "273987 | an insurer whose municipality is not known here: ask by the municipality code, or"
            + " complete routes/codes/insurers.yaml",
        "272302 | an insurer number and a municipality code alike, and neither is listed: complete"
            + " routes/codes/insurers.yaml",
      })
  void whoCannotBeKnownIsNotAsked(String code, String reason) {
    ProblemException refused = refused(BENEFITS, benefits(code));

    assertThat(refused.problem()).isEqualTo(Problem.INVALID_PAYLOAD);
    assertThat(refused.faults()).containsExactly(new Fault("/payload/provider", reason));
  }

  @Test
  void theOwnCitysInsuranceIsNotAsked() {
    for (String own : List.of("270017", "271004", "271021")) {
      assertThat(refused(BENEFITS, benefits(own)).problem()).isEqualTo(Problem.OWN_CITY);
    }
  }

  @Test
  void whoTookOverIsAskedWhateverTheDayThatIsAskedAbout() {
    ObjectNode payload = CATALOGUE.flow("eligibility.insurer-coverage").orElseThrow().example();
    ObjectNode then = payload.deepCopy().put("provider", "06279988");
    then.put("referenceDate", "2024-03-15");

    assertThat(provider("eligibility.insurer-coverage", then)).isEqualTo("06279996");
  }

  /** A flow that asks insurers only names the flow on which the others are asked. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "270140 | a municipality's code, and this flow asks none: ask on"
            + " eligibility.municipality-coverage",
        "39270004 | a wide-area union's code, and this flow asks none: ask on"
            + " eligibility.union-coverage",
      })
  void whomAnotherFlowAsksIsNamed(String code, String reason) {
    ObjectNode payload = CATALOGUE.flow("eligibility.insurer-coverage").orElseThrow().example();
    ObjectNode other = payload.deepCopy().put("provider", code);

    assertThat(refused("eligibility.insurer-coverage", other).faults())
        .containsExactly(new Fault("/payload/provider", reason));
  }

  private ProblemException refused(String flow, ObjectNode payload) {
    return catchThrowableOfType(ProblemException.class, () -> provider(flow, payload));
  }

  private String provider(String id, ObjectNode payload) {
    Flow flow = CATALOGUE.flow(id).orElseThrow();
    return found(flow, payload).question().provider();
  }

  private WhomToAsk.Found found(Flow flow, ObjectNode payload) {
    return whom.find(flow, KINDS.byId(flow.kind()).orElseThrow().question(payload), NOW);
  }

  private static ObjectNode benefits(String provider) {
    ObjectNode payload = payload().put("benefitKind", "02").put("provider", provider);
    payload.putObject("months").put("from", "2026-04").put("to", "2026-06");
    return payload;
  }

  private static ObjectNode tax(int year) {
    return payload().put("taxYear", year);
  }

  private static ObjectNode payload() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("residentNumber", "12345678")
        .put("nonDisclosable", false);
  }

  private static void lived(ArrayNode history, String municipality, String from, String to) {
    ObjectNode address = history.addObject().put("municipality", municipality).put("from", from);
    if (to != null) {
      address.put("to", to);
    }
  }
}
