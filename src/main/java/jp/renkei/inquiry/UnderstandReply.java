package jp.renkei.inquiry;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import jp.renkei.flow.Catalogue;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.Part;
import jp.renkei.message.MessageKind;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.Question;
import jp.renkei.message.Reply;
import jp.renkei.message.ReplyRefused;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.ContentCipher;

/** Validates a reply against its schema and against the question it answers. */
public final class UnderstandReply {

  private final Catalogue catalogue;
  private final MessageKinds kinds;
  private final RecentInquiries recent;
  private final LedgerReader reader;
  private final CheckNumberInside numbers;
  private final ContentCipher contents;
  private final ObjectMapper json;
  private final String environment;

  UnderstandReply(
      Catalogue catalogue,
      MessageKinds kinds,
      RecentInquiries recent,
      LedgerReader reader,
      CheckNumberInside numbers,
      ContentCipher contents,
      ObjectMapper json,
      String environment) {
    this.catalogue = catalogue;
    this.kinds = kinds;
    this.recent = recent;
    this.reader = reader;
    this.numbers = numbers;
    this.contents = contents;
    this.json = json;
    this.environment = environment;
  }

  /**
   * Understands.
   *
   * @throws ReplyHeld where the schema refuses it, its layout is unknown, or it is about another
   *     person, period or inquiry
   */
  public UnderstoodReply understand(IdentifiedReply identified) throws ReplyHeld {
    MessageKind kind = kind(identified);
    Reply reply;
    try {
      reply = kind.reply(identified.document());
    } catch (ReplyRefused e) {
      throw held(identified, named(e.reason()), e.getMessage());
    }
    numbers.check(identified, reply);
    if (!environment.equals(reply.environment())) {
      throw held(identified, EventKind.REPLY_NOT_VALID, "the environment mark is not ours");
    }
    Question question = question(identified, kind);
    return switch (kind.match(question, reply)) {
      case OTHER_PERSON -> throw held(identified, EventKind.REPLY_OTHER_PERSON, null);
      case OTHER_PERIOD -> throw held(identified, EventKind.REPLY_OTHER_PERIOD, null);
      case SAME ->
          new UnderstoodReply(identified.inquiry(), kind, question, reply, identified.arrived());
    };
  }

  private MessageKind kind(IdentifiedReply identified) {
    return kinds.byId(catalogue.flow(identified.flow()).orElseThrow().kind()).orElseThrow();
  }

  /** The question as it was asked. Once retention has purged it, any reply is far too late. */
  private Question question(IdentifiedReply identified, MessageKind kind) throws ReplyHeld {
    Optional<Question> known = recent.question(identified.inquiry().number());
    return known.isPresent() ? known.get() : asAccepted(identified, kind);
  }

  private Question asAccepted(IdentifiedReply identified, MessageKind kind) throws ReplyHeld {
    String id = identified.inquiry().id();
    byte[] sealed =
        recent
            .sealed(identified.inquiry().number())
            .or(() -> reader.payload(id, Part.REQUEST))
            .orElseThrow(() -> held(identified, EventKind.REPLY_LATE, "the question is purged"));
    try {
      return kind.question(json.readTree(contents.open(sealed, Part.REQUEST.boundTo(id))));
    } catch (ProblemException e) {
      // accepted by an older version, whose rules were others
      throw held(identified, EventKind.REPLY_NOT_VALID, "the question fits its form no more");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EventKind named(ReplyRefused.Reason reason) {
    return switch (reason) {
      case NOT_READABLE -> EventKind.REPLY_NOT_READABLE;
      case NOT_VALID -> EventKind.REPLY_NOT_VALID;
      case UNKNOWN_LAYOUT -> EventKind.REPLY_UNKNOWN_LAYOUT;
    };
  }

  private static ReplyHeld held(IdentifiedReply identified, EventKind reason, String detail) {
    return new ReplyHeld(reason, identified.inquiry(), identified.arrived(), detail);
  }
}
