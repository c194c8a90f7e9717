package jp.renkei.inquiry.owner;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.ledger.FetchQuestion;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.OpenQuestion;
import jp.renkei.ledger.Questions;
import jp.renkei.protection.ContentCipher.KeyLost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows an owner what it has to answer; what it has seen is sent. */
public final class FetchQuestions {

  private static final Logger log = LoggerFactory.getLogger(FetchQuestions.class);

  /** The questions that could not be shown; each is logged once. */
  private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

  private final Catalogue catalogue;
  private final Questions questions;
  private final ViewQuestion views;
  private final LedgerWriter writer;
  private final Clock clock;

  FetchQuestions(
      Catalogue catalogue,
      Questions questions,
      ViewQuestion views,
      LedgerWriter writer,
      Clock clock) {
    this.catalogue = catalogue;
    this.questions = questions;
    this.views = views;
    this.writer = writer;
    this.clock = clock;
  }

  /** Whether a caller has anything to answer at all. */
  public boolean isOwner(String caller) {
    return !agencies(caller).isEmpty();
  }

  /**
   * Where the next page of an owner begins, and what is on this one.
   *
   * @param items may be fewer than were asked for, though more follow
   * @param next the last id that was looked at where there are more, else null
   */
  public record Page(List<OwnersQuestion> items, String next) {}

  /**
   * The open questions of an owner, the oldest first; noted as sent before they are told. One whose
   * content no key opens is passed over, and keeps no other from being shown.
   *
   * @param after the {@code next} of the page before, or null
   */
  public Page fetch(String owner, String after, int limit) {
    List<OpenQuestion> found = questions.open(agencies(owner), after, limit + 1);
    List<OpenQuestion> shown = found.subList(0, Math.min(limit, found.size()));
    Instant now = clock.instant();
    List<OwnersQuestion> told = new ArrayList<>();
    List<CompletableFuture<Void>> seen = new ArrayList<>();
    for (OpenQuestion question : shown) {
      Optional<OwnersQuestion> view = view(question);
      view.ifPresent(told::add);
      if (view.isPresent() && question.unseen()) {
        seen.add(
            writer.submit(
                new FetchQuestion(question.id(), question.flow(), question.agency(), now)));
      }
    }
    CompletableFuture.allOf(seen.toArray(CompletableFuture[]::new)).join();
    return new Page(told, found.size() > limit ? shown.get(limit - 1).id() : null);
  }

  private Optional<OwnersQuestion> view(OpenQuestion question) {
    try {
      Optional<OwnersQuestion> view = views.of(question);
      unreadable.remove(question.id());
      return view;
    } catch (KeyLost e) {
      if (unreadable.add(question.id())) {
        log.error(
            "The question {} cannot be shown now / 質問を表示できません: {}", question.id(), e.toString());
      }
      return Optional.empty();
    }
  }

  private List<String> agencies(String owner) {
    return catalogue.ownedBy(owner).stream().map(Agency::id).toList();
  }
}
