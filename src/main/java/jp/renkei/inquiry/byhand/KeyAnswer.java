package jp.renkei.inquiry.byhand;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.flow.JapaneseTime;
import jp.renkei.flow.Transport;
import jp.renkei.inquiry.EndInquiry;
import jp.renkei.ledger.Documents;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.KeepKeyed;
import jp.renkei.ledger.KeyedAnswer;
import jp.renkei.ledger.KeyedAnswers;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Part;
import jp.renkei.ledger.Questions;
import jp.renkei.ledger.State;
import jp.renkei.message.MessageKind;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.Question;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.ContentCipher;

/**
 * Takes an answer that came outside the system: one person keys it in, another keys it in again.
 * What both say alike ends the inquiry as {@code MANUAL}; until then nothing is delivered. What was
 * asked by letter is answered so while it is open, too; everything else where it has ended and left
 * the matter open.
 */
public final class KeyAnswer {

  private static final String NUMBER = "/documentNumber";
  private static final String REPLY = "/reply";

  private final Catalogue catalogue;
  private final MessageKinds kinds;
  private final Documents documents;
  private final KeyedAnswers keyed;
  private final Questions questions;
  private final LedgerReader reader;
  private final LedgerWriter writer;
  private final EndInquiry endings;
  private final UnderstandKeyed understanding;
  private final ContentCipher contents;
  private final ObjectMapper json;
  private final Clock clock;

  KeyAnswer(
      Catalogue catalogue,
      MessageKinds kinds,
      Documents documents,
      KeyedAnswers keyed,
      Questions questions,
      LedgerReader reader,
      LedgerWriter writer,
      EndInquiry endings,
      UnderstandKeyed understanding,
      ContentCipher contents,
      ObjectMapper json,
      Clock clock) {
    this.catalogue = catalogue;
    this.kinds = kinds;
    this.documents = documents;
    this.keyed = keyed;
    this.questions = questions;
    this.reader = reader;
    this.writer = writer;
    this.endings = endings;
    this.understanding = understanding;
    this.contents = contents;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Keeps an answer until it is confirmed; one that was keyed in before is replaced.
   *
   * @param documentNumber what it was taken from: a letter's number as it stands on the paper, or
   *     the name of another document or note
   * @param who the user
   * @throws ProblemException {@code STILL_ASKED}, {@code NOT_ANSWERABLE}, {@code
   *     WRONG_DOCUMENT_NUMBER}, {@code INVALID_FIELD}, {@code INVALID_REPLY}, {@code
   *     INDIVIDUAL_NUMBER} or {@code PURGED}
   */
  public void key(Inquiry inquiry, String documentNumber, JsonNode reply, String who) {
    Instant now = clock.instant();
    Taken taken = take(inquiry, documentNumber, reply, now);
    KeepKeyed.Result result =
        writer
            .submit(
                new KeepKeyed(
                    inquiry.id(),
                    inquiry.flow(),
                    inquiry.agency(),
                    taken.source(),
                    who,
                    now,
                    sealed(inquiry.id(), reply)))
            .join();
    switch (result) {
      case KEPT -> {}
      case PURGED -> throw new ProblemException(Problem.PURGED);
      case STILL_ASKED -> throw new ProblemException(Problem.STILL_ASKED);
      case ENDED, NOT_WRITTEN -> throw new ProblemException(Problem.NOT_ANSWERABLE);
    }
  }

  /**
   * Ends the inquiry with the answer that was keyed in, where this person keys in the same.
   *
   * @param who the user, another than the one who keyed it in
   * @throws ProblemException as {@link #key}, and {@code NOTHING_KEYED}, {@code SAME_PERSON} or
   *     {@code KEYED_DIFFERENTLY} with the places that differ
   */
  public void confirm(Inquiry inquiry, String documentNumber, JsonNode reply, String who) {
    refuseUnanswerable(inquiry);
    KeyedAnswer waiting =
        keyed
            .of(inquiry.id())
            .filter(answer -> answer.keyedBy() != null)
            .orElseThrow(() -> new ProblemException(Problem.NOTHING_KEYED));
    if (waiting.keyedBy().equals(who)) {
      throw new ProblemException(Problem.SAME_PERSON);
    }
    Instant now = clock.instant();
    Instant keyedAt = Objects.requireNonNullElse(waiting.keyedAt(), now);
    Taken taken = take(inquiry, documentNumber, reply, keyedAt);
    refuseDifferences(differences(inquiry, waiting, taken.source(), reply));
    switch (endings
        .confirm(
            inquiry,
            waiting.keyed(),
            taken.source(),
            who,
            taken.understood().told(),
            taken.understood().answer(),
            now)
        .join()) {
      case CONFIRMED, CONFIRMED_LATE -> {}
      case PURGED -> throw new ProblemException(Problem.PURGED);
      case STILL_ASKED -> throw new ProblemException(Problem.STILL_ASKED);
      case ENDED_BEFORE -> throw new ProblemException(Problem.NOT_ANSWERABLE);
      case CHANGED -> refuseDifferences(List.of(REPLY));
    }
  }

  /**
   * What was understood.
   *
   * @param source what it was taken from, or null for a letter
   */
  private record Taken(String source, UnderstandKeyed.Understood understood) {}

  /**
   * Understands it.
   *
   * @param keyedAt when it was keyed in first
   */
  private Taken take(Inquiry inquiry, String documentNumber, JsonNode reply, Instant keyedAt) {
    refuseUnanswerable(inquiry);
    Flow flow = flow(inquiry);
    MessageKind kind = kinds.byId(flow.kind()).orElseThrow();
    boolean letter = isLetter(inquiry);
    if (letter) {
      AnswerSource.check(
          documents
              .of(inquiry.id())
              .orElseThrow(() -> new ProblemException(Problem.NOT_ANSWERABLE)),
          documentNumber);
    }
    Question question = kind.question(opened(inquiry.id(), Part.REQUEST));
    String source = letter ? null : AnswerSource.named(documentNumber, question.subject());
    return new Taken(
        source,
        understanding.understand(
            inquiry,
            flow,
            kind,
            question,
            reply,
            keptBefore(inquiry.id()),
            JapaneseTime.dayOf(keyedAt)));
  }

  /**
   * Whether the agency withheld what it had, and the mark of it (不開示) with that; or whether anybody
   * who asked the same of an owner, or the owner, has marked it.
   */
  private boolean keptBefore(String id) {
    return questions.isKept(id)
        || reader.payload(id, Part.ANSWER).isPresent()
            && opened(id, Part.ANSWER).path(UnderstandKeyed.NON_DISCLOSABLE).asBoolean();
  }

  private void refuseUnanswerable(Inquiry inquiry) {
    if (inquiry.state() == State.ENDED && !inquiry.outcome().leavesOpen()) {
      throw new ProblemException(Problem.NOT_ANSWERABLE);
    }
    if (inquiry.state() != State.ENDED && !isLetter(inquiry)) {
      throw new ProblemException(Problem.STILL_ASKED);
    }
  }

  private List<String> differences(
      Inquiry inquiry, KeyedAnswer waiting, String source, JsonNode reply) {
    List<String> places = new ArrayList<>();
    if (!Objects.equals(waiting.source(), source)) {
      places.add(NUMBER);
    }
    places.addAll(Differences.between(opened(inquiry.id(), Part.KEYED), reply, REPLY));
    return places;
  }

  private static void refuseDifferences(List<String> places) {
    if (!places.isEmpty()) {
      throw new ProblemException(
          Problem.KEYED_DIFFERENTLY,
          places.stream().map(place -> new Fault(place, "not as it was keyed in")).toList());
    }
  }

  private boolean isLetter(Inquiry inquiry) {
    return catalogue
        .agency(inquiry.agency())
        .map(Agency::transport)
        .filter(Transport.DOCUMENT::equals)
        .isPresent();
  }

  private Flow flow(Inquiry inquiry) {
    return catalogue
        .flow(inquiry.flow())
        .orElseThrow(() -> new ProblemException(Problem.NOT_ANSWERABLE));
  }

  private byte[] sealed(String id, JsonNode reply) {
    try {
      return contents.seal(json.writeValueAsBytes(reply), Part.KEYED.boundTo(id));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode opened(String id, Part part) {
    byte[] sealed =
        reader.payload(id, part).orElseThrow(() -> new ProblemException(Problem.PURGED));
    try {
      return json.readTree(contents.open(sealed, part.boundTo(id)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
