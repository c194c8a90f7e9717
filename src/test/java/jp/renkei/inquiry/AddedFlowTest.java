package jp.renkei.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.ledger.Lane;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.IndividualNumberGuards;
import jp.renkei.message.MessageKind.Match;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.Reply;
import jp.renkei.mock.Asked;
import jp.renkei.mock.network.NetworkAgency;
import jp.renkei.operations.ShippedCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One more flow on a kind that exists is a file: it is asked, answered and permitted by its data.
 */
class AddedFlowTest {

  private static final String FLOW =
      """
      area:
        id: support
        title: {ja: 支援, en: Support}
      flows:
        - id: support.municipality-tax
          place: その他
          title: {ja: 市町村への地方税情報の照会(減免), en: Local tax for reductions}
          pattern: inquiry
          agency: municipality
          kind: local-tax
          deadline: P5D
          retention: P90D
          specificPersonalInformation: yes
          individualNumber: no
          purpose: {ja: 保険料の減免の判定, en: Deciding a reduction on application}
          legalBasis: {law: 番号法19条8号, oldRow: 42}
          permitted:
            - caller: nhi
              items: [residentNumber, taxYear, provider, nonDisclosable, result, declared]
          inCity: assessment.city-tax
          validFrom: 2026-04-01
          example: {residentNumber: "0012345679", taxYear: 2026, provider: "271411", nonDisclosable: false}
      """;

  @TempDir Path folder;

  @Test
  void needsNoJava() throws Exception {
    Path file = folder.resolve("routes/flows/support.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, FLOW);

    Catalogue catalogue = ShippedCatalogue.catalogue(folder);

    assertThat(catalogue.flows()).hasSize(ShippedCatalogue.flows().size() + 1);
    Flow flow = catalogue.flow("support.municipality-tax").orElseThrow();
    MessageKinds kinds = ShippedCatalogue.kinds();
    ValidInquiry valid =
        new InquiryConfiguration()
            .validate(
                kinds, new IndividualNumberGuards(kinds), catalogue, "test", "1", Clock.systemUTC())
            .validate(
                new Submission("nhi", flow, "key", null, null, flow.example(), Lane.SINGLE, null));
    assertThat(valid.question().provider()).isEqualTo("271403");

    NetworkAgency sakai = agency();
    byte[] message = valid.kind().message(GoldenCases.header(flow.id()), valid.question());
    Asked asked = sakai.read(message);
    Reply reply = valid.kind().reply(sakai.write(asked, sakai.residentsSay(asked), "1.0"));
    assertThat(valid.kind().match(valid.question(), reply)).isEqualTo(Match.SAME);
    ObjectNode answer = valid.kind().answer(valid.question(), reply);
    answer.retain(flow.permission("nhi").orElseThrow().items());
    assertThat(answer.at("/declared/value").asText()).isEqualTo("NO");
    assertThat(answer.has("figures")).isFalse();
  }

  private static NetworkAgency agency() throws IOException {
    String residents = "/mock-endpoints/municipality/residents.yaml";
    try (InputStream yaml = AddedFlowTest.class.getResourceAsStream(residents)) {
      return NetworkAgency.ofNetwork(new YAMLMapper().readTree(yaml));
    }
  }
}
