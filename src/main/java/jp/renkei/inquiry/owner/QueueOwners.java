package jp.renkei.inquiry.owner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.problem.StartRefused;
import jp.renkei.protection.Caller;

/** The owners who take their questions by queue, by the agencies that stand for them. */
final class QueueOwners {

  private final Map<String, Caller> byAgency = new LinkedHashMap<>();

  /**
   * @throws StartRefused where a caller takes questions by queue and nothing is asked of it
   */
  QueueOwners(List<Caller> callers, Catalogue catalogue) {
    callers.stream()
        .filter(caller -> caller.questions().byQueue())
        .forEach(owner -> add(owner, catalogue.ownedBy(owner.id())));
  }

  private void add(Caller owner, List<Agency> owned) {
    if (owned.isEmpty()) {
      throw new StartRefused(
          "The caller " + owner.id() + " takes questions by queue, and no flow asks it anything",
          "Take \"questions\" of that caller out of the users file, or name it as the owner of an"
              + " agency");
    }
    owned.forEach(agency -> byAgency.put(agency.id(), owner));
  }

  /** Who is asked by queue what this agency is asked. */
  Optional<Caller> of(String agency) {
    return Optional.ofNullable(byAgency.get(agency));
  }

  Set<String> agencies() {
    return byAgency.keySet();
  }
}
