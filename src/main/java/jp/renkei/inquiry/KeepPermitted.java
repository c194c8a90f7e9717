package jp.renkei.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.JapaneseTime;
import jp.renkei.flow.Permission;
import jp.renkei.ledger.GivenItems;
import jp.renkei.ledger.Inquiry;

/**
 * Keeps of an answer what the permitted list has for its caller, before anybody sees it and before
 * it is stored. The list is the one that stands when the answer comes: of a caller that has lost
 * its line meanwhile, or whose line has run out, nothing is kept.
 */
public final class KeepPermitted {

  private static final String NON_DISCLOSABLE = "nonDisclosable";

  private final Catalogue catalogue;
  private final Clock clock;

  public KeepPermitted(Catalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** Takes out of the answer what is not permitted. */
  public PermittedAnswer keep(Inquiry inquiry, ObjectNode answer) {
    Set<String> permitted =
        catalogue
            .flow(inquiry.flow())
            .flatMap(flow -> flow.permission(inquiry.caller()))
            .filter(line -> line.isValidOn(JapaneseTime.dayOf(clock.instant())))
            .map(Permission::items)
            .orElseGet(Set::of);
    List<String> given = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    for (Map.Entry<String, JsonNode> item : answer.properties()) {
      if (!permitted.contains(item.getKey())) {
        removed.add(item.getKey());
      } else if (!item.getValue().isNull()) {
        given.add(item.getKey());
      }
    }
    boolean nonDisclosable = answer.path(NON_DISCLOSABLE).asBoolean();
    answer.remove(removed);
    return new PermittedAnswer(answer, new GivenItems(given, removed, nonDisclosable));
  }
}
