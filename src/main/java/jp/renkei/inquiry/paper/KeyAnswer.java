package jp.renkei.inquiry.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.flow.JapaneseTime;
import jp.renkei.flow.Transport;
import jp.renkei.inquiry.EndInquiry;
import jp.renkei.inquiry.KeepPermitted;
import jp.renkei.inquiry.PermittedAnswer;
import jp.renkei.ledger.DocumentNumber;
import jp.renkei.ledger.DocumentRow;
import jp.renkei.ledger.Documents;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.KeepKeyed;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Outcome;
import jp.renkei.ledger.Part;
import jp.renkei.ledger.State;
import jp.renkei.message.DocumentKind;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.Question;
import jp.renkei.message.Reply;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.ContentCipher;

/**
 * Takes an answer from paper: one person keys it in, another keys it in again. What both say alike
 * ends the inquiry as {@code MANUAL}, also where it has expired; until then nothing is delivered.
 */
public final class KeyAnswer {

  private static final String NUMBER = "/documentNumber";
  private static final String REPLY = "/reply";

  private final Catalogue catalogue;
  private final PaperKinds kinds;
  private final Documents documents;
  private final LedgerReader reader;
  private final LedgerWriter writer;
  private final EndInquiry endings;
  private final KeepPermitted permitted;
  private final ContentCipher contents;
  private final ObjectMapper json;
  private final String environment;
  private final Clock clock;

  KeyAnswer(
      Catalogue catalogue,
      PaperKinds kinds,
      Documents documents,
      LedgerReader reader,
      LedgerWriter writer,
      EndInquiry endings,
      KeepPermitted permitted,
      ContentCipher contents,
      ObjectMapper json,
      String environment,
      Clock clock) {
    this.catalogue = catalogue;
    this.kinds = kinds;
    this.documents = documents;
    this.reader = reader;
    this.writer = writer;
    this.endings = endings;
    this.permitted = permitted;
    this.contents = contents;
    this.json = json;
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * Keeps an answer until it is confirmed; one that was keyed in before is replaced.
   *
   * @param documentNumber as it stands on the paper
   * @param who the user
   * @throws ProblemException {@code NOT_ON_PAPER}, {@code NOT_ANSWERABLE}, {@code
   *     WRONG_DOCUMENT_NUMBER}, {@code INVALID_REPLY} or {@code PURGED}
   */
  public void key(Inquiry inquiry, String documentNumber, JsonNode reply, String who) {
    understand(inquiry, documentNumber, reply);
    KeepKeyed.Result result =
        writer
            .submit(
                new KeepKeyed(
                    inquiry.id(),
                    inquiry.flow(),
                    inquiry.agency(),
                    who,
                    clock.instant(),
                    sealed(inquiry.id(), reply)))
            .join();
    switch (result) {
      case KEPT -> {}
      case PURGED -> throw new ProblemException(Problem.PURGED);
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
    DocumentRow document = document(inquiry);
    if (document.keyedBy() == null) {
      throw new ProblemException(Problem.NOTHING_KEYED);
    }
    if (document.keyedBy().equals(who)) {
      throw new ProblemException(Problem.SAME_PERSON);
    }
    Reply told = understand(inquiry, documentNumber, reply);
    refuseDifferences(Differences.between(opened(inquiry.id(), Part.KEYED), reply, REPLY));
    PermittedAnswer answer = permitted.keep(inquiry, kind(inquiry).answer(question(inquiry), told));
    Instant now = clock.instant();
    switch (endings.confirm(inquiry, document.keyed(), who, answer, now).join()) {
      case CONFIRMED, CONFIRMED_LATE -> {}
      case PURGED -> throw new ProblemException(Problem.PURGED);
      case ENDED_BEFORE -> throw new ProblemException(Problem.NOT_ANSWERABLE);
      case CHANGED -> refuseDifferences(List.of(REPLY));
    }
  }

  private Reply understand(Inquiry inquiry, String documentNumber, JsonNode reply) {
    DocumentRow document = document(inquiry);
    DocumentNumber given =
        DocumentNumber.read(documentNumber)
            .orElseThrow(() -> wrongNumber("its check digits do not fit"));
    if (!given.equals(document.number())) {
      throw wrongNumber("another document's");
    }
    return kind(inquiry)
        .keyed(
            new MessageHeader(inquiry.number(), inquiry.flow(), environment, inquiry.accepted()),
            reply,
            JapaneseTime.dayOf(clock.instant()));
  }

  private DocumentRow document(Inquiry inquiry) {
    if (flow(inquiry).agency().transport() != Transport.DOCUMENT) {
      throw new ProblemException(Problem.NOT_ON_PAPER);
    }
    if (inquiry.state() == State.ENDED && inquiry.outcome() != Outcome.EXPIRED) {
      throw new ProblemException(Problem.NOT_ANSWERABLE);
    }
    return documents
        .of(inquiry.id())
        .orElseThrow(() -> new ProblemException(Problem.NOT_ANSWERABLE));
  }

  private static void refuseDifferences(List<String> places) {
    if (!places.isEmpty()) {
      throw new ProblemException(
          Problem.KEYED_DIFFERENTLY,
          places.stream().map(place -> new Fault(place, "not as it was keyed in")).toList());
    }
  }

  private static ProblemException wrongNumber(String why) {
    return new ProblemException(Problem.WRONG_DOCUMENT_NUMBER, NUMBER, why);
  }

  private DocumentKind kind(Inquiry inquiry) {
    return kinds.of(flow(inquiry));
  }

  private Flow flow(Inquiry inquiry) {
    return catalogue
        .flow(inquiry.flow())
        .orElseThrow(() -> new ProblemException(Problem.NOT_ANSWERABLE));
  }

  private Question question(Inquiry inquiry) {
    return kind(inquiry).question(opened(inquiry.id(), Part.REQUEST));
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
