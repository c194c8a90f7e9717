package jp.renkei.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import jp.renkei.inquiry.Gates;
import jp.renkei.inquiry.Wait;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.Outcome;
import jp.renkei.ledger.Part;
import jp.renkei.ledger.Retained;
import jp.renkei.ledger.State;
import jp.renkei.problem.Problem;
import jp.renkei.protection.ContentCipher;

/** How inquiries and their events look from outside. */
final class InquiryViews {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneId.of("Asia/Tokyo"));

  private final LedgerReader reader;
  private final Retained retained;
  private final Gates gates;
  private final ContentCipher contents;
  private final ObjectMapper json;

  InquiryViews(
      LedgerReader reader,
      Retained retained,
      Gates gates,
      ContentCipher contents,
      ObjectMapper json) {
    this.reader = reader;
    this.retained = retained;
    this.gates = gates;
    this.contents = contents;
    this.json = json;
  }

  /** Without the reply: for lists, and for those who may not see it. */
  ObjectNode bare(Inquiry inquiry) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", inquiry.id());
    view.put("number", inquiry.number());
    view.put("flow", inquiry.flow());
    view.put("case", inquiry.caseId());
    view.put("state", inquiry.state().name());
    view.put("outcome", inquiry.outcome() == null ? null : inquiry.outcome().name());
    view.put("accepted", time(inquiry.accepted()));
    view.put("deadline", time(inquiry.deadline()));
    if (inquiry.ended() != null) {
      view.put("ended", time(inquiry.ended()));
    }
    if (inquiry.supersedes() != null) {
      view.put("supersedes", inquiry.supersedes());
    }
    if (inquiry.repeats() != null) {
      view.put("repeats", inquiry.repeats());
    }
    gates.of(inquiry).ifPresent(wait -> view.set("waiting", waiting(wait)));
    Problem.byCode(inquiry.failure()).ifPresent(why -> view.set("failure", failure(why)));
    return view;
  }

  private static ObjectNode waiting(Wait wait) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("for", wait.reason().name().toLowerCase(Locale.ROOT));
    view.put("until", time(wait.until()));
    return view;
  }

  private static ObjectNode failure(Problem why) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("code", why.code());
    view.put("title", why.title());
    view.put("titleJa", why.titleJa());
    view.put("action", why.action());
    view.put("actionJa", why.actionJa());
    return view;
  }

  /** With the reply, for the caller whose inquiry it is. */
  ObjectNode whole(SeenInquiry seen) {
    Inquiry inquiry = seen.inquiry();
    ObjectNode view = bare(inquiry);
    // what has expired may be answered late between the two readings: it is told as it was read
    if (inquiry.state() == State.ENDED && inquiry.outcome() != Outcome.EXPIRED) {
      Optional<? extends JsonNode> reply = seen.answer();
      reply = reply.isPresent() ? reply : answerInTheLedger(inquiry.id());
      if (reply.isPresent()) {
        view.set("reply", reply.get());
      } else if (!retained.keeps(inquiry.id())) {
        view.put("purged", true);
      }
    }
    return view;
  }

  /** Without the reply, and with what the hub's own people must know of one inquiry. */
  ObjectNode forStaff(Inquiry inquiry) {
    ObjectNode view = bare(inquiry);
    if (retained.isHeld(inquiry.id())) {
      view.put("legalHold", true);
    }
    if (!retained.keeps(inquiry.id())) {
      view.put("purged", true);
    }
    return view;
  }

  private Optional<JsonNode> answerInTheLedger(String id) {
    return reader
        .payload(id, Part.ANSWER)
        .map(
            content -> {
              try {
                return json.readTree(contents.open(content, Part.ANSWER.boundTo(id)));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  ObjectNode event(Event event) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("at", time(event.at()));
    view.put("what", event.what().name());
    view.put("who", event.who());
    view.put("detail", event.detail());
    return view;
  }

  /** An instant as every door tells it, or null. */
  static String time(Instant instant) {
    return instant == null ? null : TIME.format(instant);
  }
}
