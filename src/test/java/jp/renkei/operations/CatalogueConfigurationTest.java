package jp.renkei.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.CatalogueFaults;
import jp.renkei.flow.Flow;
import jp.renkei.message.GoldenCase;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.MessageKind;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.account.ReceivingAccount;
import jp.renkei.problem.StartRefused;
import jp.renkei.protection.ContentCipher.KeyLost;
import org.apache.camel.spring.boot.CamelConfigurationProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

class CatalogueConfigurationTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(CatalogueConfiguration.class);

  @Test
  void theShippedCatalogueIsWithoutFault() {
    context
        .withUserConfiguration(MessageKindConfiguration.class)
        .run(
            started -> {
              Catalogue catalogue = started.getBean(Catalogue.class);
              assertThat(catalogue.flows())
                  .extracting(Flow::id)
                  .contains("assessment.mhlw-employment", "collection.receiving-account");
              assertThat(catalogue.agencies())
                  .extracting(Agency::id)
                  .contains("mhlw", "digital-agency");
            });
  }

  @Test
  void anAgencyAndAFlowAreAddedByFilesOnly(@TempDir Path outside) {
    new OverlayFolder(outside)
        .withAgency("sakai", "堺市")
        .withFlow("benefits", "sakai-employment", "sakai");

    context
        .withUserConfiguration(MessageKindConfiguration.class)
        .withPropertyValues("renkei.overlay=" + outside)
        .run(
            started -> {
              Catalogue catalogue = started.getBean(Catalogue.class);
              assertThat(catalogue.flows())
                  .extracting(Flow::id)
                  .contains("assessment.mhlw-employment", "benefits.sakai-employment");
              assertThat(catalogue.flow("benefits.sakai-employment").orElseThrow().agency())
                  .isEqualTo(catalogue.agency("sakai").orElseThrow());
            });
  }

  @Test
  void theHomePrefectureIsThatOfTheCityLaidOver(@TempDir Path outside) {
    new OverlayFolder(outside)
        .withChanged("routes/codes/municipalities.yaml", "own: \"271004\"", "own: \"131016\"");
    GoldenCase osaka = GoldenCases.of("eligibility.municipality-coverage", "same-prefecture-meets");

    context
        .withUserConfiguration(MessageKindConfiguration.class)
        .withPropertyValues("renkei.overlay=" + outside)
        .run(
            started -> {
              MessageKind kind = started.getBean(MessageKinds.class).byId("coverage").orElseThrow();
              JsonNode answer =
                  kind.answer(kind.question(osaka.payload()), kind.reply(osaka.replyXml()));
              assertThat(answer.at("/continuity/0/rule").textValue()).isEqualTo("SAME_DAY");
            });
  }

  @Test
  void camelReadsAPatternFromOutsideInTheBuiltOnesPlace(@TempDir Path outside) {
    String pattern = "routes/patterns/inquiry.camel.yaml";
    new OverlayFolder(outside).withChanged(pattern, "ref: permit", "ref: otherPermit");

    context
        .withUserConfiguration(MessageKindConfiguration.class)
        .withBean(CamelConfigurationProperties.class)
        .withPropertyValues("renkei.overlay=" + outside)
        .run(
            started ->
                assertThat(
                        started
                            .getBean(CamelConfigurationProperties.class)
                            .getMain()
                            .getRoutesIncludePattern()
                            .split(","))
                    .contains(
                        "file:" + outside.resolve(pattern),
                        "classpath:routes/patterns/jms.camel.yaml",
                        "classpath:routes/housekeeping/inquiries.camel.yaml")
                    .doesNotContain("classpath:" + pattern));
  }

  @Test
  void aFaultStopsTheStartWithItsRemedy() {
    context
        .withBean(MessageKinds.class, () -> new MessageKinds(List.of(new ReceivingAccount())))
        .run(
            failed -> {
              assertThat(failed).getFailure().hasRootCauseInstanceOf(CatalogueFaults.class);
              FailureAnalysis analysis = analysis(failed.getStartupFailure());
              assertThat(analysis.getDescription())
                  .containsPattern(
                      "assessment\\.yaml:[0-9]+: the message kind employment-insurance");
              assertThat(analysis.getAction())
                  .containsPattern(
                      "assessment\\.yaml:[0-9]+: correct it to one of receiving-account");
            });
  }

  @Test
  void tellsARefusalToStartAndItsRemedy() {
    FailureAnalysis analysis =
        analysis(new BeanCreationException("users", new StartRefused("No users", "Name some")));

    assertThat(analysis.getDescription()).isEqualTo("No users");
    assertThat(analysis.getAction()).isEqualTo("Name some");
  }

  @Test
  void tellsALostKeyAndItsRemedy() {
    FailureAnalysis analysis = analysis(new IllegalStateException(new KeyLost("No key", null)));

    assertThat(analysis.getDescription()).isEqualTo("No key");
    assertThat(analysis.getAction()).contains("Put back the keyset");
  }

  private static FailureAnalysis analysis(Throwable failure) {
    // Spring's own analyzers want a context; those that cannot be made are left out.
    return SpringFactoriesLoader.forDefaultResourceLocation()
        .load(FailureAnalyzer.class, (type, name, cannotBeMade) -> {})
        .stream()
        .filter(analyzer -> analyzer.getClass().getName().startsWith("jp.renkei"))
        .map(analyzer -> analyzer.analyze(failure))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }
}
