package jp.renkei.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueReaderTest {

  private static final String FLOWS = "routes/flows/assessment.yaml";
  private static final String AGENCY = "routes/agencies/mhlw.yaml";

  private static final String AGENCY_TEXT =
      """
      id: mhlw
      title:
        ja: 厚生労働大臣
        en: Ministry
      path: information-network
      transport: jms
      encryption: jwe
      consumers: 16
      inFlight: 256
      """;

  private static final String LINE = "permitted: [{caller: nhi, items: [residentNumber, result]}]";

  private static final String FLOWS_TEXT =
      """
      area:
        id: assessment
        title: {ja: 賦課, en: Assessment}
      flows:
        - id: assessment.mhlw-employment
          place: (2)9-10
          title:
            ja: 照会
            en: Inquiry
          pattern: inquiry
          agency: mhlw
          kind: employment-insurance
          deadline: P3D
          retention: P90D
          specificPersonalInformation: yes
          individualNumber: no
          purpose: {ja: 判定, en: Deciding}
          legalBasis:
            law: 番号法19条8号
            oldRow: 44
          permitted: [{caller: nhi, items: [residentNumber, result]}]
          validFrom: 2026-04-01
          validTo: 2027-03-31
          example:
            residentNumber: "0012345678"
            nonDisclosable: false
      """;

  private static final String OWNER_TEXT =
      """
      id: system
      title: {ja: 国保システム, en: System}
      path: city-network
      transport: owner
      owner: nhi
      inFlight: 4
      """;

  private static final String OWNED =
      """
        - id: assessment.owned
          place: (2)14-15
          title: {ja: 照会, en: Inquiry}
          pattern: answer
          agency: system
          kind: employment-insurance
          deadline: P3D
          retention: P90D
          specificPersonalInformation: yes
          individualNumber: no
          purpose: {ja: 判定, en: Deciding}
          legalBasis: {law: 番号法19条8号}
          permitted: [{caller: tax, items: [residentNumber, result]}]
          validFrom: 2026-04-01
          example: {residentNumber: "0012345678"}
      """;

  @Test
  void readsAFlow() {
    Catalogue catalogue = read(FLOWS_TEXT, AGENCY_TEXT);

    Flow flow = catalogue.flow("assessment.mhlw-employment").orElseThrow();
    assertThat(flow.area().title().ja()).isEqualTo("賦課");
    assertThat(flow.agency()).isEqualTo(catalogue.agency("mhlw").orElseThrow());
    assertThat(flow.deadline()).isEqualTo(new Term.ByTheClock(Duration.ofDays(3)));
    assertThat(flow.retention()).hasDays(90);
    assertThat(flow.specificPersonalInformation()).isTrue();
    assertThat(flow.individualNumber()).isFalse();
    assertThat(flow.legalBasis()).isEqualTo(new LegalBasis("番号法19条8号", "44", null));
    assertThat(flow.callers()).containsExactly("nhi");
    assertThat(flow.permission("tax")).isEmpty();
    Permission permission = flow.permission("nhi").orElseThrow();
    assertThat(permission.items()).containsExactlyInAnyOrder("residentNumber", "result");
    assertThat(permission.legalBasis()).isEqualTo(flow.legalBasis());
    assertThat(permission.validity()).isEqualTo(Validity.ALWAYS);
    assertThat(flow.validity().from()).isEqualTo("2026-04-01");
    assertThat(flow.validity().to()).isEqualTo("2027-03-31");
    assertThat(flow.example())
        .hasToString("{\"residentNumber\":\"0012345678\",\"nonDisclosable\":false}");
  }

  @Test
  void readsALineOfThePermittedListWithALawAndDaysOfItsOwn() {
    Permission permission =
        read(
                FLOWS_TEXT.replace(
                    "items: [residentNumber, result]",
                    "items: [residentNumber], legalBasis: {law: 番号法19条9号},"
                        + " validFrom: 2026-05-01, validTo: 2026-05-31"),
                AGENCY_TEXT)
            .flow("assessment.mhlw-employment")
            .orElseThrow()
            .permission("nhi")
            .orElseThrow();

    assertThat(permission.legalBasis()).isEqualTo(new LegalBasis("番号法19条9号", null, null));
    assertThat(permission.isValidOn(LocalDate.parse("2026-04-30"))).isFalse();
    assertThat(permission.isValidOn(LocalDate.parse("2026-05-01"))).isTrue();
    assertThat(permission.isValidOn(LocalDate.parse("2026-05-31"))).isTrue();
    assertThat(permission.isValidOn(LocalDate.parse("2026-06-01"))).isFalse();
  }

  @Test
  void readsADeadlineInBusinessTime() {
    assertThat(deadline("{business: P3D}")).isEqualTo(new Term.BusinessDays(3));
    assertThat(deadline("{business: PT8H}")).isEqualTo(new Term.BusinessHours(Duration.ofHours(8)));
  }

  private static Term deadline(String text) {
    return read(FLOWS_TEXT.replace("deadline: P3D", "deadline: " + text), AGENCY_TEXT)
        .flow("assessment.mhlw-employment")
        .orElseThrow()
        .deadline();
  }

  @Test
  void readsAnAgency() {
    assertThat(read(FLOWS_TEXT, AGENCY_TEXT).agencies())
        .containsExactly(
            new Agency(
                "mhlw",
                new Title("厚生労働大臣", "Ministry"),
                "information-network",
                Transport.JMS,
                Agency.Encryption.JWE,
                16,
                256,
                new Limits(2_000, null, null),
                new Retry(8, Duration.ofSeconds(5), Duration.ofMinutes(10)),
                ServiceHours.ALWAYS,
                ServiceHours.ALWAYS,
                null,
                List.of(),
                Characters.ANY,
                new Validity(null, null),
                null,
                null,
                null,
                null));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource
  void tellsAFaultOfAFlow(String right, String wrong, int line, String what, String remedy) {
    assertThat(FLOWS_TEXT).contains(right);

    List<CatalogueFault> faults = faults(FLOWS_TEXT.replace(right, wrong), AGENCY_TEXT);

    assertThat(faults).singleElement().isEqualTo(new CatalogueFault(FLOWS, line, what, remedy));
  }

  static Stream<Arguments> tellsAFaultOfAFlow() {
    return Stream.of(
        arguments(
            "place: (2)9-10",
            "place: [2",
            7,
            "not readable as YAML: expected ',' or ']', but got :",
            "correct the syntax at this line"),
        arguments(
            "place: (2)9-10",
            "place: !!java.net.URL x",
            6,
            "the tag tag:yaml.org,2002:java.net.URL",
            "remove the tag"),
        arguments(
            "place: (2)9-10",
            "place: &a x",
            6,
            "an anchor or alias",
            "write the value out where it is used"),
        arguments(
            "place: (2)9-10",
            "place: x\n    plcae: y",
            7,
            "plcae is not a key of a flow",
            "remove it, or correct it to one of id, place, title, pattern, agency, otherAgencies, kind, deadline,"
                + " retention, specificPersonalInformation, individualNumber, purpose, legalBasis,"
                + " permitted, askingTwice, inCity, outsideCharacters, validFrom, validTo, example"),
        arguments(
            "place: (2)9-10",
            "place: x\n    place: y",
            7,
            "place stands twice",
            "keep one place, the other is on line 6"),
        arguments(
            "    place: (2)9-10\n", "", 5, "place is missing in a flow", "add place: with a text"),
        arguments("place: (2)9-10", "place:", 6, "place is empty", "write a text"),
        arguments("place: (2)9-10", "place: [1]", 6, "place is not a single value", "write a text"),
        arguments(
            LINE,
            "permitted: nhi",
            21,
            "permitted is not a list with entries",
            "write a list of lines, each with caller: and items:"),
        arguments(
            LINE,
            "permitted: []",
            21,
            "permitted is not a list with entries",
            "write a list of lines, each with caller: and items:"),
        arguments(
            LINE,
            "permitted: [nhi]",
            21,
            "permitted is not a mapping",
            "write it as lines of key: value"),
        arguments(
            "caller: nhi",
            "caller: Tax",
            21,
            "caller cannot be 'Tax'",
            "write a-z, 0-9 and single hyphens, at most 60 characters"),
        arguments(
            "caller: nhi, ",
            "",
            21,
            "caller is missing in permitted",
            "add caller: with a-z, 0-9 and single hyphens, at most 60 characters"),
        arguments(
            ", items: [residentNumber, result]",
            "",
            21,
            "items is missing in permitted",
            "add items: with a list of items such as [residentNumber]"),
        arguments(
            "items: [residentNumber, result]",
            "items: []",
            21,
            "items is not a list with entries",
            "write a list of items such as [residentNumber]"),
        arguments(
            "items: [residentNumber, result]",
            "items: [residentNumber, [result]]",
            21,
            "an item is not a single value",
            "write its name"),
        arguments(
            "items: [residentNumber, result]",
            "items: [residentNumber,\n            income]",
            22,
            "the item income is unknown to the flow's message kind",
            "correct it to one of nonDisclosable, residentNumber, result, someNumber"),
        arguments(
            "items: [residentNumber, result]",
            "items: [residentNumber, result,\n            result]",
            22,
            "the item result stands twice",
            "keep one of them"),
        arguments(
            "items: [residentNumber, result]",
            "items: [result]",
            21,
            "the caller could never ask: every payload has residentNumber",
            "add residentNumber"),
        arguments(
            "kind: employment-insurance",
            "kind: resident",
            21,
            "the caller would not be told who is protected: protection",
            "add protection"),
        arguments(
            "result]}]",
            "result]},\n            {caller: nhi, items: [residentNumber]}]",
            22,
            "the caller nhi stands twice",
            "keep one line with all its items, the other is on line 21"),
        arguments(
            "result]}]",
            "result], validTo: 2026-03-31}]",
            21,
            "the caller nhi is never permitted while the flow is in use",
            "correct validFrom and validTo, here or of the flow"),
        arguments(
            "result]}]",
            "result], law: x}]",
            21,
            "law is not a key of permitted",
            "remove it, or correct it to one of caller, items, legalBasis, validFrom, validTo"),
        arguments(
            "purpose: {ja: 判定, en: Deciding}",
            "purpose: Deciding",
            17,
            "purpose is not a mapping",
            "write it as lines of key: value"),
        arguments("      ja: 照会\n", "", 8, "ja is missing in title", "add ja: with a text"),
        arguments("      en: Inquiry\n", "", 8, "en is missing in title", "add en: with a text"),
        arguments("en: Inquiry", "en: ''", 9, "en is empty", "write a text"),
        arguments(
            "deadline: P3D",
            "deadline: 3 days",
            13,
            "deadline cannot be '3 days'",
            "write an ISO 8601 duration above zero, such as P3D or PT12H"),
        arguments(
            "deadline: P3D",
            "deadline: PT0S",
            13,
            "deadline cannot be 'PT0S'",
            "write an ISO 8601 duration above zero, such as P3D or PT12H"),
        arguments(
            "deadline: P3D",
            "deadline: P-3D",
            13,
            "deadline cannot be 'P-3D'",
            "write an ISO 8601 duration above zero, such as P3D or PT12H"),
        arguments(
            "deadline: P3D",
            "deadline: {business: P3W}",
            13,
            "business cannot be 'P3W'",
            "write whole days up to P366D such as P3D, or time while the agency is open such as"
                + " PT8H"),
        arguments(
            "deadline: P3D",
            "deadline: {business: P367D}",
            13,
            "business cannot be 'P367D'",
            "write whole days up to P366D such as P3D, or time while the agency is open such as"
                + " PT8H"),
        arguments(
            "deadline: P3D",
            "deadline: {business: PT0S}",
            13,
            "business cannot be 'PT0S'",
            "write whole days up to P366D such as P3D, or time while the agency is open such as"
                + " PT8H"),
        arguments(
            "deadline: P3D",
            "deadline: {office: P3D, business: P3D}",
            13,
            "office is not a key of deadline",
            "remove it, or correct it to one of business"),
        arguments(
            "deadline: P3D",
            "deadline: {business: P91D}",
            14,
            "payloads would be purged before the deadline",
            "write a retention of at least P91D"),
        arguments(
            "retention: P90D",
            "retention: P2D",
            14,
            "payloads would be purged before the deadline",
            "write a retention of at least P3D"),
        arguments(
            "validFrom: 2026-04-01",
            "validFrom: 2026-02-30",
            22,
            "validFrom cannot be '2026-02-30'",
            "write a date such as 2026-04-01"),
        arguments(
            "validTo: 2027-03-31",
            "validTo: 2026-03-31",
            23,
            "validTo is before validFrom",
            "write a day from 2026-04-01 on, or remove it"),
        arguments(
            "individualNumber: no",
            "individualNumber: false",
            16,
            "individualNumber cannot be 'false'",
            "write yes or no"),
        arguments(
            "individualNumber: no",
            "individualNumber: yes",
            16,
            "an individual number may not travel over jms, which mhlw uses",
            "write individualNumber: no or choose an agency with another transport"),
        arguments(
            "id: assessment.mhlw-employment",
            "id: benefits.mhlw-employment",
            5,
            "the flow benefits.mhlw-employment does not begin with its area",
            "write id: assessment.mhlw-employment or move it to its area"),
        arguments(
            "id: assessment.mhlw-employment",
            "id: assessment.MHLW",
            5,
            "id cannot be 'assessment.MHLW'",
            "write its area, a dot and a name of a-z, 0-9 and single hyphens, at most 60"
                + " characters"),
        arguments(
            "  id: assessment\n",
            "  id: benefits\n",
            2,
            "the area benefits stands in a file of another name",
            "name the file benefits.yaml or write id: assessment"),
        arguments(
            "pattern: inquiry",
            "pattern: ask",
            10,
            "pattern cannot be 'ask'",
            "write one of inquiry, answer"),
        arguments(
            "agency: mhlw",
            "agency: nenkin",
            11,
            "the agency nenkin is unknown",
            "add routes/agencies/nenkin.yaml, or correct it to one of mhlw"),
        arguments(
            "kind: employment-insurance",
            "kind: pension",
            12,
            "the message kind pension is unknown",
            "correct it to one of employment-insurance, local-tax, resident"),
        arguments(
            "  - id: assessment",
            "  - 7\n  - id: assessment",
            5,
            "a flow is not a mapping",
            "write it as lines of key: value"));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource
  void tellsAFaultOfAnAgency(String right, String wrong, int line, String what, String remedy) {
    assertThat(AGENCY_TEXT).contains(right);

    List<CatalogueFault> faults = faults(FLOWS_TEXT, AGENCY_TEXT.replace(right, wrong));

    assertThat(faults).singleElement().isEqualTo(new CatalogueFault(AGENCY, line, what, remedy));
  }

  static Stream<Arguments> tellsAFaultOfAnAgency() {
    return Stream.of(
        arguments(AGENCY_TEXT, "", 1, "the file is empty", "fill it or remove it"),
        arguments(
            "path: information-network",
            "path: \u0000",
            1,
            "not readable as YAML: special characters are not allowed",
            "save the file as YAML in UTF-8"),
        arguments(
            "id: mhlw",
            "id: mhlv",
            1,
            "the agency mhlv stands in a file of another name",
            "name the file mhlv.yaml or write id: mhlw"),
        arguments(
            "transport: jms",
            "transport: fax",
            6,
            "transport cannot be 'fax'",
            "write one of jms, https, document, owner"),
        arguments(
            "encryption: jwe",
            "encryption: rot13",
            7,
            "encryption cannot be 'rot13'",
            "write one of jwe, none"),
        arguments(
            "consumers: 16",
            "consumers: many",
            8,
            "consumers cannot be 'many'",
            "write a whole number from 1"),
        arguments(
            "inFlight: 256",
            "inFlight: 0",
            9,
            "inFlight cannot be '0'",
            "write a whole number from 1"),
        arguments("  ja: 厚生労働大臣\n", "", 3, "ja is missing in title", "add ja: with a text"));
  }

  @Test
  void tellsAFlowThatIsNeverInUseWithItsAgency() {
    assertThat(faults(FLOWS_TEXT, AGENCY_TEXT + "validTo: 2026-03-31\n"))
        .containsExactly(
            new CatalogueFault(
                FLOWS,
                22,
                "the flow is never in use while its agency mhlw is",
                "correct validFrom and validTo, here or in routes/agencies/mhlw.yaml"));
  }

  @Test
  void aFlowWithoutItsFirstDayIsNotHeldAgainstItsAgency() {
    String flows = FLOWS_TEXT.replace("    validFrom: 2026-04-01\n", "");

    assertThat(faults(flows, AGENCY_TEXT + "validFrom: 2028-04-01\n"))
        .extracting(CatalogueFault::what)
        .containsExactly("validFrom is missing in a flow");
  }

  @Test
  void aFlowIsInUseOnlyWhileItsAgencyIs() {
    Flow flow =
        read(FLOWS_TEXT, AGENCY_TEXT + "validTo: 2026-04-30\n")
            .flow("assessment.mhlw-employment")
            .orElseThrow();

    assertThat(flow.isValidOn(LocalDate.of(2026, 3, 31))).isFalse();
    assertThat(flow.isValidOn(LocalDate.of(2026, 4, 1))).isTrue();
    assertThat(flow.isValidOn(LocalDate.of(2026, 4, 30))).isTrue();
    assertThat(flow.isValidOn(LocalDate.of(2026, 5, 1))).isFalse();
  }

  @Test
  void anIndividualNumberIsSpecificPersonalInformation() {
    String text =
        FLOWS_TEXT
            .replace("specificPersonalInformation: yes", "specificPersonalInformation: no")
            .replace("individualNumber: no", "individualNumber: yes");

    assertThat(faults(text, AGENCY_TEXT))
        .contains(
            new CatalogueFault(
                FLOWS,
                15,
                "an individual number is Specific Personal Information",
                "write specificPersonalInformation: yes or individualNumber: no"));
  }

  @Test
  void tellsAnItemThatHoldsAnIndividualNumberOnAFlowWithout() {
    String text = FLOWS_TEXT.replace("[residentNumber, result]", "[residentNumber, someNumber]");

    assertThat(faults(text, AGENCY_TEXT))
        .containsExactly(
            new CatalogueFault(
                FLOWS,
                16,
                "the permitted list has someNumber, which holds an individual number",
                "write individualNumber: yes or take someNumber out of permitted"));
  }

  @Test
  void tellsAFlowThatStandsTwice() {
    String twice = FLOWS_TEXT + FLOWS_TEXT.substring(FLOWS_TEXT.indexOf("  - id:"));

    assertThat(faults(twice, AGENCY_TEXT))
        .containsExactly(
            new CatalogueFault(
                FLOWS,
                27,
                "the flow assessment.mhlw-employment stands twice",
                "keep one, the other is at routes/flows/assessment.yaml:5"));
  }

  @Test
  void tellsAnAgencyThatStandsTwice() {
    List<CatalogueSource> agencies =
        List.of(
            new CatalogueSource(AGENCY, AGENCY_TEXT),
            new CatalogueSource("beside/agencies/mhlw.yaml", AGENCY_TEXT));

    assertThatExceptionOfType(CatalogueFaults.class)
        .isThrownBy(() -> reader().read(List.of(), agencies, List.of()))
        .withMessage(
            "beside/agencies/mhlw.yaml:1: the agency mhlw stands twice"
                + " -> keep one, the other is at routes/agencies/mhlw.yaml:1");
  }

  @Test
  void readsTheCharactersOfAnAgencyAndAFlowsOwnRule() {
    String agency = AGENCY_TEXT + "characters: {set: windows-31j, outside: refuse}\n";
    String flows =
        FLOWS_TEXT.replace("deadline: P3D", "outsideCharacters: substitute\n    deadline: P3D");

    assertThat(characters(FLOWS_TEXT, AGENCY_TEXT)).isEqualTo(Characters.ANY);
    assertThat(characters(FLOWS_TEXT, agency))
        .isEqualTo(new Characters(CharacterSet.WINDOWS_31J, Characters.Outside.REFUSE));
    assertThat(characters(flows, agency))
        .isEqualTo(new Characters(CharacterSet.WINDOWS_31J, Characters.Outside.SUBSTITUTE));
    assertThat(faults(flows, AGENCY_TEXT))
        .singleElement()
        .satisfies(
            fault -> assertThat(fault.what()).isEqualTo("the agency mhlw takes every character"));
    assertThat(faults(FLOWS_TEXT, agency.replace("windows-31j", "ebcdic")))
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.remedy())
                    .isEqualTo("write one of jis-x-0208, jis-x-0213, windows-31j, unicode"));
  }

  private static Characters characters(String flows, String agency) {
    return read(flows, agency).flow("assessment.mhlw-employment").orElseThrow().characters();
  }

  @Test
  void readsAnOwner() {
    Catalogue catalogue = read(FLOWS_TEXT + OWNED, AGENCY_TEXT, OWNER_TEXT);

    assertThat(catalogue.flow("assessment.owned").orElseThrow().pattern())
        .isEqualTo(Pattern.ANSWER);
    Agency owner = catalogue.agency("system").orElseThrow();
    assertThat(owner.owner()).isEqualTo("nhi");
    assertThat(owner.encryption()).isEqualTo(Agency.Encryption.NONE);
    assertThat(catalogue.agency("mhlw").orElseThrow().owner()).isNull();
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void tellsAFaultOfAnOwner(String right, String wrong, String what, String remedy) {
    CatalogueFaults faults =
        catchThrowableOfType(
            CatalogueFaults.class,
            () ->
                read(
                    FLOWS_TEXT + OWNED.replace(right, wrong),
                    AGENCY_TEXT,
                    OWNER_TEXT.replace(right, wrong)));

    assertThat(faults.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.what()).isEqualTo(what);
              assertThat(fault.remedy()).isEqualTo(remedy);
            });
  }

  static Stream<Arguments> tellsAFaultOfAnOwner() {
    return Stream.of(
        arguments(
            "owner: nhi",
            "owner: nobody",
            "the owner nobody is not a known caller: no flow permits it anything",
            "correct it to one of nhi, tax"),
        arguments(
            "owner: nhi",
            "owner: tax",
            "the owner tax would ask itself",
            "take its line out, or choose another agency"),
        arguments(
            "pattern: answer",
            "pattern: inquiry",
            "the agency system is answered by a caller of the hub",
            "write pattern: answer, or choose an agency with another transport"),
        arguments(
            "agency: system",
            "agency: mhlw",
            "the agency mhlw has no owner who could answer",
            "write pattern: inquiry, or choose an agency with transport: owner"),
        arguments(
            "transport: owner\nowner: nhi",
            "transport: owner",
            "owner is missing in the file",
            "add owner: with a-z, 0-9 and single hyphens, at most 60 characters"));
  }

  @Test
  void tellsEveryFaultOfEveryFileAtOnce() {
    String flows =
        FLOWS_TEXT.replace("deadline: P3D", "deadline: soon").replace("kind: e", "kind: x");
    String agency = AGENCY_TEXT.replace("jms", "fax").replace("256", "-1");

    assertThatExceptionOfType(CatalogueFaults.class)
        .isThrownBy(() -> read(flows, agency))
        .satisfies(
            e ->
                assertThat(e.getMessage().lines())
                    .hasSize(4)
                    .allMatch(line -> line.matches("routes/\\S+\\.yaml:\\d+: .+ -> .+")));
  }

  @Test
  void aTextThatLooksLikeANumberKeepsItsZeros() {
    String text = FLOWS_TEXT.replace("\"0012345678\"", "0012345678");

    Flow flow = read(text, AGENCY_TEXT).flow("assessment.mhlw-employment").orElseThrow();

    assertThat(flow.example().get("residentNumber").textValue()).isEqualTo("0012345678");
  }

  private static List<CatalogueFault> faults(String flows, String agency) {
    return catchThrowableOfType(CatalogueFaults.class, () -> read(flows, agency)).faults();
  }

  private static Catalogue read(String flows, String agency) {
    return reader()
        .read(
            List.of(new CatalogueSource(FLOWS, flows)),
            List.of(new CatalogueSource(AGENCY, agency)),
            List.of());
  }

  private static Catalogue read(String flows, String agency, String owner) {
    return reader()
        .read(
            List.of(new CatalogueSource(FLOWS, flows)),
            List.of(
                new CatalogueSource(AGENCY, agency),
                new CatalogueSource("routes/agencies/system.yaml", owner)),
            List.of());
  }

  private static CatalogueReader reader() {
    Items items =
        new Items(
            Set.of("residentNumber", "nonDisclosable"),
            Set.of("residentNumber"),
            Set.of("residentNumber", "result", "someNumber"),
            Set.of("someNumber"),
            Set.of());
    Items protecting =
        new Items(
            items.asked(),
            items.needed(),
            Set.of("result", "protection"),
            Set.of(),
            Set.of("protection"));
    return new CatalogueReader(
        Map.of("employment-insurance", items, "local-tax", items, "resident", protecting));
  }
}
