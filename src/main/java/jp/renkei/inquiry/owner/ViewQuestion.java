package jp.renkei.inquiry.owner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.renkei.inquiry.RecheckRight;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.OpenQuestion;
import jp.renkei.ledger.Questions;
import jp.renkei.ledger.State;

/** How a question looks to its owner, the same at the door and by queue. */
final class ViewQuestion {

  static final String NON_DISCLOSABLE = "nonDisclosable";

  private final Questions questions;
  private final AskedContent asked;
  private final RecheckRight rights;

  ViewQuestion(Questions questions, AskedContent asked, RecheckRight rights) {
    this.questions = questions;
    this.asked = asked;
    this.rights = rights;
  }

  /** Nothing where those who asked it have lost the right to, or have ended meanwhile. */
  Optional<OwnersQuestion> of(OpenQuestion question) {
    JsonNode payload = null;
    // it never falls back, whoever has ended or is purged meanwhile
    boolean kept = question.kept();
    Instant last = question.deadline();
    List<Inquiry> askers = questions.askers(question.id());
    for (Inquiry asker : askers) {
      Optional<JsonNode> its = asked.of(asker.id());
      kept |= its.isPresent() && its.get().path(NON_DISCLOSABLE).asBoolean();
      if (asker.state() == State.ENDED
          || asker.state() == State.ACCEPTED && !rights.stands(asker)) {
        continue;
      }
      if (its.isPresent()) {
        payload = its.get();
        last = asker.deadline().isAfter(last) ? asker.deadline() : last;
      }
    }
    if (payload == null) {
      return Optional.empty();
    }
    ((ObjectNode) payload).put(NON_DISCLOSABLE, kept);
    return Optional.of(
        new OwnersQuestion(
            question.id(),
            question.flow(),
            question.asked(),
            question.deadline(),
            last,
            askers.stream().map(Inquiry::id).collect(Collectors.toSet()),
            kept,
            payload));
  }
}
