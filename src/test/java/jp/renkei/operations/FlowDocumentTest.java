package jp.renkei.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.renkei.PrintedDocument;
import jp.renkei.flow.Agency;
import jp.renkei.flow.CharacterSet;
import jp.renkei.flow.Characters;
import jp.renkei.flow.Flow;
import jp.renkei.flow.LegalBasis;
import jp.renkei.flow.Permission;
import jp.renkei.flow.Transport;
import jp.renkei.message.MessageKind;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.PayloadSchema;
import org.junit.jupiter.api.Test;

/**
 * Prints docs/flows: every place of the city's list, what the hub does there or hands over, and
 * every flow with its fields both ways.
 */
class FlowDocumentTest {

  private static final Path FOLDER = Path.of("docs/flows");
  private static final Pattern ITEMS = Pattern.compile("([0-9]+)(?:-([0-9]+))?");
  private static final int NUMBERED_ITEMS = 76;

  private final List<Flow> flows = ShippedCatalogue.flows();
  private final MessageKinds kinds = ShippedCatalogue.kinds();
  private final JsonNode list = list();

  @Test
  void everyNumberedItemHasItsPlace() {
    List<String> items = new ArrayList<>();
    for (JsonNode area : list) {
      for (JsonNode place : area.get("places")) {
        Matcher numbers = ITEMS.matcher(place.get("place").textValue());
        if (numbers.matches()) {
          int from = Integer.parseInt(numbers.group(1));
          int to = numbers.group(2) == null ? from : Integer.parseInt(numbers.group(2));
          for (int item = from; item <= to; item++) {
            items.add(area.get("area").textValue() + " " + item);
          }
        }
      }
    }
    assertThat(items).doesNotHaveDuplicates().hasSize(NUMBERED_ITEMS);
  }

  /**
   * What the given list begins behind is marked, item by item; what has no number stands there,
   * too.
   */
  @Test
  void everyMarkAndEveryPlaceWithoutNumberIsThere() {
    List<String> reconstructed = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (JsonNode area : list) {
      for (JsonNode place : area.get("places")) {
        String at = area.get("area").textValue() + " " + place.get("place").textValue();
        if (place.path("mark").asText().equals("reconstructed")) {
          reconstructed.add(at);
        }
        if (!ITEMS.matcher(place.get("place").textValue()).matches()) {
          others.add(at);
        }
      }
    }
    assertThat(reconstructed)
        .containsExactly(
            "eligibility 1",
            "eligibility 2",
            "eligibility 3-4",
            "eligibility 5-6",
            "eligibility 7-8",
            "eligibility 9-10");
    assertThat(list.at("/0/places/6/mark").textValue()).isEqualTo("11 inferred");
    assertThat(others).containsExactly("eligibility others", "assessment others", "collection ※");
  }

  @Test
  void everyFlowStandsWhereTheListHasIt() {
    List<String> listed = new ArrayList<>();
    for (JsonNode area : list) {
      for (JsonNode place : area.get("places")) {
        if (place.has("flow")) {
          listed.add(place.get("flow").textValue());
        }
      }
    }
    assertThat(listed).doesNotHaveDuplicates().containsAll(flows.stream().map(Flow::id).toList());
  }

  @Test
  void theListIsPrinted() throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            # The city's list, place by place

            Every place of the list of linkages (事務内容別 情報連携イメージ図), and what the hub does there or hands over. (1)1 to 10 are
            **reconstructed** and (1)11 is **inferred**: the list that was given begins at (1)12. What a flow carries is told by area; all
            layouts are the project's own, none is an official format.
            """);
    for (JsonNode area : list) {
      text.append("\n## ").append(area.at("/title/ja").textValue()).append(" — ");
      text.append(area.at("/title/en").textValue()).append("\n\n");
      text.append("| place | the list | what the hub does |\n|---|---|---|\n");
      area.get("places").forEach(place -> text.append(row(area, place)));
    }
    PrintedDocument.assertPrinted(
        FOLDER.resolve("README.md"), FlowDocumentTest.class, text.toString());
  }

  @Test
  void everyFlowIsPrintedWithItsFields() throws IOException {
    for (JsonNode area : list) {
      StringBuilder text = new StringBuilder("# ").append(area.at("/title/ja").textValue());
      text.append(" — ").append(area.at("/title/en").textValue()).append('\n');
      text.append("\nThe flows that are built, as the catalogue has them. All layouts are the");
      text.append(" project's own, none is an official format.\n");
      for (JsonNode place : area.get("places")) {
        flow(place).ifPresent(flow -> text.append(section(flow, mark(place))));
      }
      Path page = FOLDER.resolve(area.get("area").textValue() + ".md");
      PrintedDocument.assertPrinted(page, FlowDocumentTest.class, text.toString());
    }
  }

  private String row(JsonNode area, JsonNode place) {
    return "| %s%s | %s %s | %s |\n"
        .formatted(
            named(place),
            mark(place),
            place.get("ja").textValue(),
            place.get("en").textValue(),
            deed(area, place));
  }

  private static String mark(JsonNode place) {
    return place.has("mark") ? " (" + place.get("mark").textValue() + ")" : "";
  }

  /** What the list calls 《その他》 has no number. */
  private static String named(JsonNode place) {
    String name = place.get("place").textValue();
    return name.equals("others") ? "《その他》 others" : name;
  }

  private String deed(JsonNode area, JsonNode place) {
    if (place.has("see")) {
      return "see " + place.get("see").textValue();
    }
    if (place.has("hub")) {
      return place.get("hub").textValue();
    }
    String id = place.get("flow").textValue();
    return flow(place).isPresent()
        ? "[`%s`](%s.md#%s)".formatted(id, area.get("area").textValue(), id.replace(".", ""))
        : "`%s`: not built yet".formatted(id);
  }

  private Optional<Flow> flow(JsonNode place) {
    String id = place.path("flow").asText();
    return flows.stream().filter(flow -> flow.id().equals(id)).findFirst();
  }

  private String section(Flow flow, String mark) {
    MessageKind kind =
        kinds.all().stream().filter(one -> one.id().equals(flow.kind())).findFirst().orElseThrow();
    JsonNode told =
        new PayloadSchema("/schemas/" + flow.kind() + ".reply.schema.json", "/reply").document();
    return """

        ## %s

        %s\\
        %s

        | | |
        |---|---|
        | place | %s |
        | pattern | %s |
        | agency | %s |
        | message kind | `%s` |
        | purpose | %s %s |
        | legal basis | %s |
        | Specific Personal Information | %s |
        | individual number | %s |
        | characters | %s |
        | deadline | %s |
        | retention | %s |
        | callers | %s |
        | outcomes | %s |

        Asked:

        %s
        Told:

        %s"""
        .formatted(
            flow.id(),
            flow.title().ja(),
            flow.title().en(),
            flow.place() + mark,
            flow.pattern().name().toLowerCase(Locale.ROOT),
            agencies(flow),
            flow.kind(),
            flow.purpose().ja(),
            flow.purpose().en(),
            basis(flow.legalBasis()),
            flow.specificPersonalInformation() ? "yes" : "no",
            flow.individualNumber() ? "may be carried" : "never",
            characters(flow.characters()),
            flow.deadline().length() + (flow.deadline().business() ? " of business time" : ""),
            flow.retention(),
            callers(flow),
            outcomes(flow),
            fields(kind.payloadSchema(), flow),
            fields(told, flow));
  }

  private static String agencies(Flow flow) {
    return flow.agencies().stream().map(FlowDocumentTest::agency).collect(Collectors.joining("; "))
        + (flow.otherAgencies().isEmpty() ? "" : "; the provider's code decides");
  }

  private static String agency(Agency agency) {
    return "`%s`, %s (%s), path `%s`"
        .formatted(
            agency.id(),
            agency.title().ja(),
            agency.transport().name().toLowerCase(Locale.ROOT),
            agency.path());
  }

  private static String basis(LegalBasis basis) {
    String old = basis.oldRow() == null ? "" : "; 旧別表第二 " + basis.oldRow() + "の項";
    return basis.law() + old;
  }

  private static String characters(Characters characters) {
    return characters.set() == CharacterSet.UNICODE
        ? "all"
        : characters.set().title()
            + (characters.outside() == Characters.Outside.REFUSE
                ? ", others are refused"
                : ", others are substituted");
  }

  private static String callers(Flow flow) {
    return String.join(", ", flow.permitted().stream().map(Permission::caller).toList());
  }

  /**
   * An owner tells something or that there is none; on paper a person keys the answer in;
   * everywhere else the agency's class of reply decides. What is left open may be answered by hand.
   */
  private static String outcomes(Flow flow) {
    if (flow.agency().transport() == Transport.OWNER) {
      return "ANSWERED, NO_DATA, REJECTED, EXPIRED, CANCELLED, MANUAL";
    }
    return flow.agency().transport() == Transport.DOCUMENT
        ? "MANUAL, EXPIRED, CANCELLED, FAILED"
        : "ANSWERED, PARTIAL, NO_DATA, NOT_IDENTIFIED, WITHHELD, REJECTED, EXPIRED, FAILED,"
            + " CANCELLED, MANUAL";
  }

  /** A line each; what no caller may have on this flow is left out. */
  private static String fields(JsonNode schema, Flow flow) {
    TreeSet<String> required = new TreeSet<>();
    schema.path("required").forEach(name -> required.add(name.textValue()));
    StringBuilder text = new StringBuilder("| field | required | what |\n|---|---|---|\n");
    schema
        .path("properties")
        .forEachEntry(
            (name, field) -> {
              if (flow.permitted().stream().anyMatch(line -> line.items().contains(name))) {
                text.append("| `").append(name).append("` | ");
                text.append(required.contains(name) ? "yes" : "no").append(" | ");
                text.append(what(field)).append(" |\n");
              }
            });
    return text.toString();
  }

  private static String what(JsonNode field) {
    String title = field.path("title").asText();
    String description = field.path("description").asText();
    return description.isEmpty() ? title : title + ". " + description;
  }

  private static JsonNode list() {
    try (InputStream in = FlowDocumentTest.class.getResourceAsStream("/city-list.yaml")) {
      return new ObjectMapper(new YAMLFactory()).readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
