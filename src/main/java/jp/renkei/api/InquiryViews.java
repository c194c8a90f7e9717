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
import java.util.Optional;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.Part;
import jp.renkei.ledger.State;
import jp.renkei.protection.ContentCipher;

/** How inquiries and their events look from outside. */
final class InquiryViews {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneId.of("Asia/Tokyo"));

  private final LedgerReader reader;
  private final ContentCipher contents;
  private final ObjectMapper json;

  InquiryViews(LedgerReader reader, ContentCipher contents, ObjectMapper json) {
    this.reader = reader;
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
    if (inquiry.waitingUntil() != null && inquiry.state() != State.ENDED) {
      view.putObject("waiting").put("for", "retry").put("until", time(inquiry.waitingUntil()));
    }
    return view;
  }

  /** With the reply, for the caller whose inquiry it is. */
  ObjectNode whole(SeenInquiry seen) {
    Inquiry inquiry = seen.inquiry();
    ObjectNode view = bare(inquiry);
    if (inquiry.state() == State.ENDED) {
      Optional<? extends JsonNode> reply = seen.answer();
      (reply.isPresent() ? reply : answerInTheLedger(inquiry.id()))
          .ifPresent(answer -> view.set("reply", answer));
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

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}
