package jp.renkei.inquiry.owner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.JapaneseTime;
import jp.renkei.inquiry.AnsweredInquiry;
import jp.renkei.inquiry.EndInquiry;
import jp.renkei.inquiry.Fingerprint;
import jp.renkei.inquiry.KeepPermitted;
import jp.renkei.ledger.AnswerQuestion;
import jp.renkei.ledger.ArrivedReply;
import jp.renkei.ledger.HoldReply;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.Questions;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.OwnerKind;
import jp.renkei.message.Question;
import jp.renkei.message.Reply;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.ContentCipher;
import jp.renkei.protection.SearchKeys;
import jp.renkei.protection.SearchKeys.KeyedHash;
import jp.renkei.protection.SearchKeys.Use;

/**
 * Takes an owner's answer: validates it by what was asked, derives for each who asked what that one
 * may have, and ends them all at once. The same answer again has the same result; whom it comes too
 * late for does not get it.
 */
public final class TakeAnswer {

  /** Others may ask the same while the answer is on its way, but not for ever. */
  private static final int MOST_LOOKS = 16;

  private final Catalogue catalogue;
  private final OwnerKinds kinds;
  private final Questions questions;
  private final AskedContent asked;
  private final KeepPermitted permitted;
  private final EndInquiry endings;
  private final ContentCipher contents;
  private final SearchKeys hashes;
  private final String environment;
  private final Clock clock;

  TakeAnswer(
      Catalogue catalogue,
      OwnerKinds kinds,
      Questions questions,
      AskedContent asked,
      KeepPermitted permitted,
      EndInquiry endings,
      ContentCipher contents,
      SearchKeys hashes,
      String environment,
      Clock clock) {
    this.catalogue = catalogue;
    this.kinds = kinds;
    this.questions = questions;
    this.asked = asked;
    this.permitted = permitted;
    this.endings = endings;
    this.contents = contents;
    this.hashes = hashes;
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * Step one: whether the answer fits what was asked.
   *
   * @throws ProblemException {@code INVALID_ANSWER}, {@code PURGED}
   */
  public OwnerAnswer understand(OwnerAnswer answer) {
    OwnerKind kind = kind(answer);
    for (Inquiry asker : questions.askers(answer.question())) {
      JsonNode payload = asked.of(asker.id()).orElse(null);
      if (payload != null) {
        told(kind, asker, kind.question(payload), answer);
        return answer;
      }
    }
    throw new ProblemException(Problem.PURGED);
  }

  /**
   * Step two: ends everybody who asked; completes after the commit.
   *
   * @throws ProblemException {@code QUESTION_ANSWERED} or {@code QUESTION_OVER}, after what was
   *     told has been kept; {@code PURGED}
   */
  public AnswerQuestion.Standing end(OwnerAnswer answer) {
    byte[] canonical = Fingerprint.of(answer.reply());
    for (int look = 0; look < MOST_LOOKS; look++) {
      Instant now = clock.instant();
      List<Inquiry> askers = questions.askers(answer.question());
      List<AnsweredInquiry> ends = new ArrayList<>();
      keptFromView(answer.question(), payloads(askers))
          .forEach((asker, payload) -> ends.add(answered(answer, asker, payload, canonical, now)));
      // whom retention purges meanwhile is no asker any more, as the next look tells
      AnswerQuestion.Standing standing =
          endings.answer(answer.question(), hashed(answer.question(), canonical), ends, now).join();
      switch (standing) {
        case ANSWERED, SAME_AGAIN -> {
          return standing;
        }
        case DIFFERENT -> throw new ProblemException(Problem.QUESTION_ANSWERED);
        case LATE -> throw new ProblemException(Problem.QUESTION_OVER);
        case GONE -> throw new ProblemException(Problem.PURGED);
        case OTHER_ASKERS -> {
          // somebody has joined since the askers were read
        }
      }
    }
    throw new ProblemException(Problem.UNAVAILABLE);
  }

  /** What each asks, in the order of those who ask; without those that are purged. */
  private Map<Inquiry, JsonNode> payloads(List<Inquiry> askers) {
    Map<Inquiry, JsonNode> payloads = new LinkedHashMap<>();
    for (Inquiry asker : askers) {
      asked.of(asker.id()).ifPresent(payload -> payloads.put(asker, payload));
    }
    return payloads;
  }

  /** What one who asks wants kept from the person's own view (不開示) is kept for all of them. */
  private Map<Inquiry, JsonNode> keptFromView(String question, Map<Inquiry, JsonNode> payloads) {
    boolean kept =
        questions.isKept(question)
            || payloads.values().stream()
                .anyMatch(payload -> payload.path(ViewQuestion.NON_DISCLOSABLE).asBoolean());
    payloads
        .values()
        .forEach(payload -> ((ObjectNode) payload).put(ViewQuestion.NON_DISCLOSABLE, kept));
    return payloads;
  }

  private AnsweredInquiry answered(
      OwnerAnswer answer, Inquiry asker, JsonNode payload, byte[] canonical, Instant now) {
    OwnerKind kind = kind(answer);
    Question question = kind.question(payload);
    Reply reply = told(kind, asker, question, answer);
    List<KeyedHash> fingerprints = hashed(asker.number(), canonical);
    ArrivedReply arrived =
        new ArrivedReply(
            asker.agency(),
            fingerprints,
            now,
            () ->
                contents.seal(
                    answer.reply().toString().getBytes(StandardCharsets.UTF_8),
                    HoldReply.boundTo(fingerprints.get(0).value())));
    return new AnsweredInquiry(
        asker,
        reply.replyClass(),
        permitted.keep(asker, kind.answer(question, reply)),
        arrived,
        answer.owner());
  }

  private Reply told(OwnerKind kind, Inquiry asker, Question question, OwnerAnswer answer) {
    return kind.told(
        new MessageHeader(asker.number(), asker.flow(), environment, asker.accepted()),
        question,
        answer.reply(),
        JapaneseTime.dayOf(clock.instant()));
  }

  private OwnerKind kind(OwnerAnswer answer) {
    return kinds.of(catalogue.flow(answer.flow()).orElseThrow());
  }

  /** With what it answers: the same words to two questions are two answers. */
  private List<KeyedHash> hashed(String correlation, byte[] canonical) {
    byte[] name = (correlation + "\0").getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[name.length + canonical.length];
    System.arraycopy(name, 0, whole, 0, name.length);
    System.arraycopy(canonical, 0, whole, name.length, canonical.length);
    return hashes.everyHash(Use.REPLY_FINGERPRINT, whole);
  }
}
