package jp.renkei.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import jp.renkei.flow.JapaneseTime;
import jp.renkei.inquiry.Gates;
import jp.renkei.inquiry.Wait;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.Part;
import jp.renkei.ledger.Retained;
import jp.renkei.ledger.State;
import jp.renkei.problem.Problem;
import jp.renkei.protection.ContentCipher;

/** How inquiries and their events look from outside. */
final class InquiryViews {

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
    if (inquiry.substituted() > 0) {
      view.put("substituted", inquiry.substituted());
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
    tellSubstitutions(inquiry, view);
    if (inquiry.state() == State.ENDED) {
      Optional<? extends JsonNode> reply = seen.answer();
      reply = reply.isPresent() ? reply : storedAnswer(inquiry);
      if (reply.isPresent()) {
        view.set("reply", reply.get());
      } else if (!retained.keeps(inquiry.id())) {
        view.put("purged", true);
      }
    }
    return view;
  }

  /** As {@link #whole} would tell it a moment after its end. */
  ObjectNode outcome(Inquiry ended, ObjectNode answer) {
    ObjectNode view = bare(ended);
    tellSubstitutions(ended, view);
    if (answer != null) {
      view.set("reply", answer);
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

  /** What is left open may be answered between the two readings: it is told as it was read. */
  private Optional<JsonNode> storedAnswer(Inquiry inquiry) {
    Optional<JsonNode> stored = inTheLedger(inquiry.id(), Part.ANSWER);
    return stored.isPresent() && inquiry.outcome().leavesOpen()
        ? stored.filter(answer -> isStill(inquiry))
        : stored;
  }

  private boolean isStill(Inquiry inquiry) {
    return reader
        .inquiry(inquiry.id())
        .filter(now -> now.outcome() == inquiry.outcome())
        .isPresent();
  }

  /** Which characters the agency got others for; like the payload, it is purged. */
  private void tellSubstitutions(Inquiry inquiry, ObjectNode view) {
    if (inquiry.substituted() > 0) {
      inTheLedger(inquiry.id(), Part.LOSS).ifPresent(lost -> view.set("substitutions", lost));
    }
  }

  private Optional<JsonNode> inTheLedger(String id, Part part) {
    return reader
        .payload(id, part)
        .map(
            content -> {
              try {
                return json.readTree(contents.open(content, part.boundTo(id)));
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
    return instant == null ? null : JapaneseTime.text(instant);
  }
}
