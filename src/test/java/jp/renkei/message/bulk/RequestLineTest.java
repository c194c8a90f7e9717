package jp.renkei.message.bulk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.renkei.message.GoldenCase;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.XmlFields;
import org.junit.jupiter.api.Test;

/** The request's 18 fields, to the byte. */
class RequestLineTest {

  private static final BulkLayouts LAYOUTS =
      BulkLayouts.of(List.of("local-tax", "resident-record", "coverage"));

  @Test
  void localTaxIsAskedByTheYear() throws Exception {
    assertThat(line("assessment.municipality-tax", "declared", "local-tax", "20261129135500123"))
        .isEqualTo(
            "01,000000012345678,               ,20261129135500123,NHI                 ,"
                + "test                ,9999990000000001,0,JM99000000000042,JT99000000000042,"
                + "                ,                ,27140           ,TM99000000000002,1,1,"
                + "20260401,20270331\r\n");
  }

  @Test
  void aResidentRecordIsAskedByTheDay() throws Exception {
    String line =
        line(
            "eligibility.municipality-resident",
            anyResident(),
            "resident-record",
            "20261129135500123");

    assertThat(line).hasSize(239).hasSize(RequestLine.FORM.length());
    assertThat(line.split(",")).hasSize(18);
    assertThat(line).contains(",TM99000000000001,1,0,");
  }

  @Test
  void whatHasNoLayoutStaysSingle() {
    assertThat(LAYOUTS.byKind("coverage")).isEmpty();
  }

  private static String anyResident() {
    return GoldenCases.of("eligibility.municipality-resident").get(0).name();
  }

  private static String line(String flow, String name, String kind, String at) throws Exception {
    GoldenCase golden = GoldenCases.of(flow, name);
    BulkLayout layout = LAYOUTS.byKind(kind).orElseThrow();
    BulkQuestion asked = layout.question(XmlFields.of(golden.requestXml()), "test", "27140");
    return new String(RequestLine.write(asked, at, "9999990000000001", "NHI", layout), US_ASCII);
  }
}
