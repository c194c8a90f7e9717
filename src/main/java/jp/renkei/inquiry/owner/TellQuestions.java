package jp.renkei.inquiry.owner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.inquiry.Deliveries;
import jp.renkei.inquiry.Delivering;
import jp.renkei.inquiry.PromisedDelivery;
import jp.renkei.ledger.DeliveryWork;
import jp.renkei.ledger.FetchQuestion;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.OpenQuestion;
import jp.renkei.ledger.Questions;
import jp.renkei.ledger.TellQuestion;
import jp.renkei.ledger.WithdrawDelivery;
import jp.renkei.problem.StartRefused;
import jp.renkei.protection.Caller;
import jp.renkei.protection.ContentCipher.KeyLost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings owners who take them by queue their questions: each is promised once, in the ledger, and
 * delivered as outcomes are. What is due stands in the ledger, so that whatever a crash or a busy
 * ledger keeps from being promised at once is promised at the next turn; so are the questions that
 * were open when the owner began to take them by queue. A question for which nobody waits any more
 * does not leave.
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

  /** The owners by queue, by the agencies that stand for them. */
  private final Map<String, Caller> owners = new LinkedHashMap<>();

  /** The questions that could not be told at the last turn; each is logged once. */
  private final Set<String> failing = ConcurrentHashMap.newKeySet();

  private final Catalogue catalogue;
  private final OwnerKinds kinds;
  private final Questions questions;
  private final LedgerReader reader;
  private final LedgerWriter writer;
  private final ViewQuestion views;
  private final QuestionView written;
  private final Deliveries deliveries;
  private final Delivering delivering;
  private final ObjectMapper json;
  private final Clock clock;
  private volatile boolean readdressed;

  /**
   * @throws StartRefused where a caller takes questions by queue and nothing is asked of it
   */
  TellQuestions(
      List<Caller> callers,
      Catalogue catalogue,
      OwnerKinds kinds,
      Questions questions,
      LedgerReader reader,
      LedgerWriter writer,
      ViewQuestion views,
      QuestionView written,
      Deliveries deliveries,
      Delivering delivering,
      ObjectMapper json,
      Clock clock) {
    this.catalogue = catalogue;
    this.kinds = kinds;
    this.questions = questions;
    this.reader = reader;
    this.writer = writer;
    this.views = views;
    this.written = written;
    this.deliveries = deliveries;
    this.delivering = delivering;
    this.json = json;
    this.clock = clock;
    callers.stream().filter(caller -> caller.questions().byQueue()).forEach(this::add);
  }

  private void add(Caller owner) {
    List<Agency> owned = catalogue.ownedBy(owner.id());
    if (owned.isEmpty()) {
      throw new StartRefused(
          "The caller " + owner.id() + " takes questions by queue, and no flow asks it anything",
          "Take \"questions\" of that caller out of the users file, or name it as the owner of an"
              + " agency");
    }
    owned.forEach(agency -> owners.put(agency.id(), owner));
  }

  /**
   * What this inquiry asks may be due to be told now. Where it cannot be promised, the next turn
   * does it.
   */
  void offered(String inquiryId, String agency) {
    if (owners.containsKey(agency)) {
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
      owners.forEach(this::readdress);
      readdressed = true;
    }
    for (String agency : owners.keySet()) {
      List<CompletableFuture<Void>> told =
          questions.untold(agency, clock.instant(), MOST).stream().map(this::tellOrGoOn).toList();
      CompletableFuture.allOf(told.toArray(CompletableFuture[]::new)).join();
    }
  }

  private void readdress(String agency, Caller owner) {
    questions.promisedElsewhere(agency, owner.asked()).stream()
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
    Caller owner = owners.get(first.agency());
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

  /**
   * Looks once more, just before it leaves, whether anybody who may ask still waits for it; what
   * nobody waits for, or another owner's, or may be kept no longer, is taken back. What was taken
   * back since does not leave. What cannot be opened stays claimed, and is looked at again when the
   * claim has run out.
   */
  public boolean isStillAsked(DeliveryWork work) {
    if (!questions.isOwed(work.id())) {
      delivering.takenBack(work);
      return false;
    }
    boolean asked;
    try {
      asked =
          questions
              .open(work.delivery().inquiryId())
              .filter(open -> isOwners(work.address(), open))
              .filter(open -> work.delivery().keepUntil().isAfter(clock.instant()))
              .flatMap(views::of)
              .isPresent();
    } catch (KeyLost e) {
      // the broker is not to blame: the others go on
      log.error("Delivery {} cannot be looked at / 配信を確認できません: {}", work.id(), e.toString());
      return false;
    }
    if (!asked) {
      withdraw(work.id(), work.delivery().inquiryId());
      delivering.takenBack(work);
    }
    return asked;
  }

  /** Its agency may have another owner since it was promised. */
  private boolean isOwners(String address, OpenQuestion question) {
    Caller owner = owners.get(question.agency());
    return owner != null && owner.asked().equals(address);
  }

  private CompletableFuture<Void> withdraw(String delivery, String question) {
    return writer.submit(new WithdrawDelivery(delivery, question, clock.instant()));
  }

  /**
   * The broker has it: whoever asked it is sent (T2), and then the delivery is off (T4). Where the
   * first is not noted, the same goes again.
   */
  public void asked(DeliveryWork work) {
    Inquiry first = reader.inquiry(work.delivery().inquiryId()).orElseThrow();
    writer
        .submit(new FetchQuestion(first.id(), first.flow(), first.agency(), clock.instant()))
        .thenRun(() -> delivering.delivered(work));
  }
}
