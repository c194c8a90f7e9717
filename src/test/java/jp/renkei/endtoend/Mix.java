package jp.renkei.endtoend;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import jp.renkei.endtoend.GoldenQuestion.Odd;
import jp.renkei.endtoend.GoldenQuestion.Way;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.flow.Pattern;
import jp.renkei.message.GoldenCase;
import jp.renkei.message.GoldenCases;

/** Golden cases of all flows, mixed by a seed, each about a resident whom no other asks about. */
final class Mix {

  private static final long FIRST_RESIDENT = 87_000_000;

  /** Of a hundred, how many are handed in how. */
  private static final Map<Way, Integer> SHARES =
      new TreeMap<>(
          Map.of(Way.PAPER, 2, Way.QUESTION, 6, Way.QUEUE, 5, Way.SINGLE, 17, Way.BATCH, 70));

  private static final double ODD = 0.03;

  /** A stay that goes on, or a period that does: what is keyed in counts until today. */
  private static final Set<String> OF_ITS_DAY =
      Set.of(
          "assessment.reduction-evidence/penal",
          "assessment.reduction-evidence/ongoing-before-the-period",
          "assessment.reduction-evidence/ended-while-the-period-lasts");

  private final Random random;
  private final String deadline;
  private final Map<Way, List<Flow>> flows = new TreeMap<>();
  private final Map<Way, Integer> turns = new HashMap<>();
  private final Map<String, GoldenQuestion> bySubject = new LinkedHashMap<>();

  /**
   * @param deadline of what is asked of agencies
   */
  Mix(Catalogue catalogue, long seed, int count, String deadline) {
    this.random = new Random(seed);
    this.deadline = deadline;
    for (Flow flow : catalogue.flows()) {
      for (Way way : waysOf(flow)) {
        flows.computeIfAbsent(way, none -> new ArrayList<>()).add(flow);
      }
    }
    for (int i = 0; i < count; i++) {
      add(way(i), FIRST_RESIDENT + i);
    }
  }

  private static List<Way> waysOf(Flow flow) {
    if (flow.pattern() == Pattern.ANSWER) {
      return List.of(Way.QUESTION);
    }
    return switch (flow.agency().transport()) {
      case DOCUMENT -> List.of(Way.PAPER);
      // a broker would journal an individual number
      case JMS, HTTPS ->
          flow.individualNumber()
              ? List.of(Way.SINGLE, Way.BATCH)
              : List.of(Way.SINGLE, Way.BATCH, Way.QUEUE);
      case OWNER -> throw new IllegalStateException(flow.id() + " is asked of an owner");
    };
  }

  /** As the shares are among any hundred that follow each other, in an order of their own. */
  private static Way way(int number) {
    int place = number * 37 % 100;
    for (Map.Entry<Way, Integer> share : SHARES.entrySet()) {
      place -= share.getValue();
      if (place < 0) {
        return share.getKey();
      }
    }
    throw new IllegalStateException("The shares are not a hundred");
  }

  private void add(Way way, long resident) {
    List<Flow> its = flows.get(way);
    Flow flow = its.get(turns.merge(way, 1, Integer::sum) % its.size());
    List<GoldenCase> cases =
        GoldenCases.of(flow.id()).stream()
            .filter(golden -> !OF_ITS_DAY.contains(golden.toString()))
            .toList();
    String subject = Long.toString(resident);
    boolean agency = way != Way.PAPER && way != Way.QUESTION;
    GoldenCase golden = cases.get(random.nextInt(cases.size()));
    Odd odd =
        agency && random.nextDouble() < ODD
            ? Odd.values()[1 + random.nextInt(Odd.values().length - 1)]
            : Odd.NOT;
    bySubject.put(
        subject,
        new GoldenQuestion(flow, golden, caller(way), way, subject, agency ? deadline : null, odd));
  }

  /** A caller's share of single posts is small, so each has a way of its own beside the batches. */
  private String caller(Way way) {
    return switch (way) {
      case SINGLE, QUESTION -> "tax";
      case QUEUE, PAPER -> "nhi";
      case BATCH -> random.nextBoolean() ? "nhi" : "tax";
    };
  }

  List<GoldenQuestion> all() {
    return List.copyOf(bySubject.values());
  }

  List<GoldenQuestion> of(String caller, Way... ways) {
    List<Way> wanted = List.of(ways);
    return bySubject.values().stream()
        .filter(question -> question.caller().equals(caller) && wanted.contains(question.way()))
        .toList();
  }

  /** The one about a resident, however the number is written. */
  GoldenQuestion about(String residentNumber) {
    return bySubject.get(residentNumber.replaceFirst("^0+(?=.)", ""));
  }

  /** What each mock agency is told to reply. */
  Map<String, ArrayNode> scripts() {
    Map<String, ArrayNode> scripts = new TreeMap<>();
    for (GoldenQuestion question : bySubject.values()) {
      if (question.isAskedOfAnAgency()) {
        // whom it goes to is the hub's to say
        for (Agency agency : question.flow().agencies()) {
          scripts
              .computeIfAbsent(agency.id(), none -> JsonNodeFactory.instance.arrayNode())
              .add(question.script());
        }
      }
    }
    return scripts;
  }
}
