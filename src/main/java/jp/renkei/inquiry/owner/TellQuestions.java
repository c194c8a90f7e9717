package jp.renkei.inquiry.owner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.inquiry.Deliveries;
import jp.renkei.inquiry.PromisedDelivery;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Questions;
import jp.renkei.ledger.TellQuestion;
import jp.renkei.ledger.WithdrawDelivery;
import jp.renkei.protection.Caller;
import jp.renkei.protection.ContentCipher.KeyLost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings owners who take them by queue their questions: each is promised once, in the ledger, and
 * delivered as outcomes are. What is due stands in the ledger, so that whatever a crash or a busy
 * ledger keeps from being promised at once is promised at the next turn; so are the questions that
 * were open when the owner began to take them by queue. What leaves is looked at once more by
 * {@link AskOwner}.
 */
public final class TellQuestions {

  private static final Logger log = LoggerFactory.getLogger(TellQuestions.class);

  /**
   * How long a message outlives the last deadline in the owner's queue; the ledger decides expiry.
   */
  private static final Duration AFTER_DEADLINE = Duration.ofDays(1);

  private static final int MOST = 500;

  /** Others may ask the same while it is being written, but the next turn comes soon. */
  private static final int MOST_LOOKS = 4;

  /** The questions that could not be told at the last turn; each is logged once. */
  private final Set<String> failing = ConcurrentHashMap.newKeySet();

  private final QueueOwners owners;
  private final Catalogue catalogue;
  private final OwnerKinds kinds;
  private final Questions questions;
  private final LedgerReader reader;
  private final LedgerWriter writer;
  private final ViewQuestion views;
  private final QuestionView written;
  private final Deliveries deliveries;
  private final ObjectMapper json;
  private final Clock clock;
  private volatile boolean readdressed;

  TellQuestions(
      QueueOwners owners,
      Catalogue catalogue,
      OwnerKinds kinds,
      Questions questions,
      LedgerReader reader,
      LedgerWriter writer,
      ViewQuestion views,
      QuestionView written,
      Deliveries deliveries,
      ObjectMapper json,
      Clock clock) {
    this.owners = owners;
    this.catalogue = catalogue;
    this.kinds = kinds;
    this.questions = questions;
    this.reader = reader;
    this.writer = writer;
    this.views = views;
    this.written = written;
    this.deliveries = deliveries;
    this.json = json;
    this.clock = clock;
  }

  /**
   * What this inquiry asks may be due to be told now. Where it cannot be promised, the next turn
   * does it.
   */
  void offered(String inquiryId, String agency) {
    if (owners.of(agency).isPresent()) {
      try {
        questions.untold(inquiryId, clock.instant()).ifPresent(question -> tell(question, 1));
      } catch (RuntimeException e) {
        log.debug("A question is left to the next turn", e);
      }
    }
  }

  /**
   * Promises what is due; safe on every node. At first takes back what was promised to who owns it
   * no more: nobody may deliver from its queue.
   */
  public void turn() {
    if (!readdressed) {
      owners.agencies().forEach(this::readdress);
      readdressed = true;
    }
    for (String agency : owners.agencies()) {
      List<CompletableFuture<Void>> told =
          questions.untold(agency, clock.instant(), MOST).stream().map(this::tellOrGoOn).toList();
      CompletableFuture.allOf(told.toArray(CompletableFuture[]::new)).join();
    }
  }

  private void readdress(String agency) {
    questions.promisedElsewhere(agency, owners.of(agency).orElseThrow().asked()).stream()
        .map(promised -> withdraw(promised.delivery(), promised.question()))
        .toList()
        .forEach(CompletableFuture::join);
  }

  /** What cannot be told keeps no other from being told. */
  private CompletableFuture<Void> tellOrGoOn(String id) {
    CompletableFuture<Void> told;
    try {
      told = tell(id, 1);
    } catch (KeyLost e) {
      told = later(id, clock.instant()).thenCompose(done -> CompletableFuture.failedFuture(e));
    } catch (RuntimeException e) {
      told = CompletableFuture.failedFuture(e);
    }
    return told.handle(
        (nothing, failure) -> {
          if (failure == null) {
            failing.remove(id);
          } else if (failing.add(id)) {
            log.error(
                "The question {} cannot be told now / 質問を配信できません: {}", id, failure.toString());
          }
          return null;
        });
  }

  private CompletableFuture<Void> tell(String id, int look) {
    Instant now = clock.instant();
    Optional<OwnersQuestion> seen =
        questions
            .open(id)
            .filter(open -> catalogue.flow(open.flow()).isPresent())
            .flatMap(views::of)
            .filter(question -> keepUntil(question).isAfter(now));
    if (seen.isEmpty()) {
      return later(id, now);
    }
    PromisedDelivery promised = promise(seen.get(), now);
    return writer
        .submit(new TellQuestion(id, seen.get().askers(), seen.get().kept(), promised.row(), now))
        .whenComplete(
            (result, failure) -> {
              if (result == TellQuestion.Result.TOLD) {
                promised.written();
              } else {
                promised.notWritten();
              }
            })
        .thenCompose(
            result ->
                result == TellQuestion.Result.OTHER_ASKERS && look < MOST_LOOKS
                    ? tell(id, look + 1)
                    : CompletableFuture.completedFuture(null));
  }

  /** It cannot be told now; where nobody waits for it, it is not due again at all. */
  private CompletableFuture<Void> later(String id, Instant now) {
    return writer.submit(new TellQuestion(id, Set.of(), false, null, now)).thenAccept(result -> {});
  }

  /** Of a flow that may carry an individual number (個人番号) what is asked is fetched over HTTP. */
  private PromisedDelivery promise(OwnersQuestion question, Instant now) {
    Inquiry first = reader.inquiry(question.id()).orElseThrow();
    Flow flow = catalogue.flow(question.flow()).orElseThrow();
    Caller owner = owners.of(first.agency()).orElseThrow();
    ObjectNode body = written.of(question);
    if (flow.individualNumber()) {
      body.remove("payload");
    }
    return deliveries.prepare(
        owner,
        owner.asked(),
        new Deliveries.What(
            kinds.of(flow).type(),
            first.number() + "/QUESTION/" + now.toEpochMilli(),
            first.number(),
            question.id(),
            Duration.between(now, keepUntil(question))),
        bytes(body));
  }

  private static Instant keepUntil(OwnersQuestion question) {
    return question.last().plus(AFTER_DEADLINE);
  }

  private byte[] bytes(ObjectNode body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A question cannot be written", e);
    }
  }

  private CompletableFuture<Void> withdraw(String delivery, String question) {
    return writer.submit(new WithdrawDelivery(delivery, question, clock.instant()));
  }
}
