package jp.renkei.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.employment.EmploymentInsurance;
import org.junit.jupiter.api.Test;

/** docs/catalogue.md explains every key that the reader knows, no other, and its examples fit. */
class CatalogueDocumentTest {

  private static final Pattern ROW =
      Pattern.compile("^\\| `([\\w.]+)` \\| (?:yes|no|–) \\| .+ \\|$", Pattern.MULTILINE);
  private static final Pattern EXAMPLE =
      Pattern.compile("^```yaml\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern REFUSED = Pattern.compile("nokey is not a key of (.+)");
  private static final String KNOWN = "correct it to one of ";

  private static final String EVERY_MAPPING_OF_FLOWS =
      """
      nokey: x
      area: {nokey: x}
      flows:
        - nokey: x
          deadline: {nokey: x}
          legalBasis: {nokey: x}
          permitted: [{nokey: x}]
          askingTwice: {nokey: x}
      """;

  private static final String EVERY_MAPPING_OF_AN_AGENCY =
      """
      nokey: x
      retry: {nokey: x}
      hours: {nokey: x}
      providers: [{nokey: x}]
      characters: {nokey: x}
      """;

  private static final String EVERY_MAPPING_OVER_HTTPS =
      """
      nokey: x
      transport: https
      https: {nokey: x, answers: polling}
      """;

  private static final String EVERY_MAPPING_WITH_FILES =
      """
      nokey: x
      transport: jms
      bulk: {nokey: x}
      """;

  private static final String EVERY_MAPPING_ON_PAPER =
      """
      nokey: x
      transport: document
      document: {nokey: x}
      """;

  private static final String EVERY_MAPPING_OF_AN_OWNER =
      """
      nokey: x
      transport: owner
      """;

  @Test
  void explainsEveryKeyOfAFlow() throws IOException {
    assertThat(explained("## A flow", "## An agency"))
        .isEqualTo(known(EVERY_MAPPING_OF_FLOWS, "x: y"));
  }

  @Test
  void explainsEveryKeyOfAnAgency() throws IOException {
    Set<String> keys = known("x: y", EVERY_MAPPING_OF_AN_AGENCY);
    keys.addAll(known("x: y", EVERY_MAPPING_OVER_HTTPS));
    keys.addAll(known("x: y", EVERY_MAPPING_WITH_FILES));
    keys.addAll(known("x: y", EVERY_MAPPING_ON_PAPER));
    keys.addAll(known("x: y", EVERY_MAPPING_OF_AN_OWNER));
    assertThat(explained("## An agency", null)).isEqualTo(keys);
  }

  @Test
  void itsExamplesFit() throws IOException {
    List<String> examples =
        EXAMPLE.matcher(document()).results().map(example -> example.group(1)).toList();

    Catalogue catalogue = read(examples.get(0), examples.get(1));

    assertThat(catalogue.flow("assessment.sakai-employment")).isPresent();
  }

  /** What the reader offers in the place of a key that it does not know. */
  private static Set<String> known(String flows, String agency) {
    boolean ofFlows = flows.contains("nokey");
    return catchThrowableOfType(CatalogueFaults.class, () -> read(flows, agency)).faults().stream()
        .filter(fault -> fault.file().contains(ofFlows ? "/flows/" : "/agencies/"))
        .flatMap(
            fault -> {
              Matcher refused = REFUSED.matcher(fault.what());
              return refused.matches()
                  ? Arrays.stream(keys(fault)).map(key -> named(refused.group(1), key))
                  : Stream.empty();
            })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String[] keys(CatalogueFault fault) {
    return fault.remedy().substring(fault.remedy().indexOf(KNOWN) + KNOWN.length()).split(", ");
  }

  private static String named(String mapping, String key) {
    return Set.of("the file", "a flow").contains(mapping) ? key : mapping + "." + key;
  }

  private static Set<String> explained(String from, String to) throws IOException {
    String text = document();
    int end = to == null ? text.length() : text.indexOf(to);
    return ROW.matcher(text.substring(text.indexOf(from), end))
        .results()
        .map((MatchResult row) -> row.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String document() throws IOException {
    return Files.readString(Path.of("docs/catalogue.md"));
  }

  private static Catalogue read(String flows, String agency) {
    return new CatalogueReader(new MessageKinds(List.of(new EmploymentInsurance())).items())
        .read(
            List.of(new CatalogueSource("routes/flows/assessment.yaml", flows)),
            List.of(new CatalogueSource("routes/agencies/sakai.yaml", agency)),
            List.of());
  }
}
