package jp.renkei.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Note;
import jp.renkei.ledger.Part;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.ContentCipher;

/**
 * Shows what an inquiry carries to somebody who says why. That it was looked at is durable before
 * anything is shown.
 */
public final class LookInside {

  /** All but the agency's message: that may be for the agency's key only. */
  private static final Part[] SHOWN = {Part.REQUEST, Part.KEYED, Part.ANSWER};

  private final LedgerReader reader;
  private final LedgerWriter writer;
  private final ContentCipher contents;
  private final ObjectMapper json;
  private final Clock clock;

  public LookInside(
      LedgerReader reader,
      LedgerWriter writer,
      ContentCipher contents,
      ObjectMapper json,
      Clock clock) {
    this.reader = reader;
    this.writer = writer;
    this.contents = contents;
    this.json = json;
    this.clock = clock;
  }

  /**
   * The parts that are there.
   *
   * @param who the user
   * @throws ProblemException {@code PURGED} where what was asked is no longer kept
   */
  public Map<Part, JsonNode> look(Inquiry inquiry, String who, String reason) {
    Map<Part, JsonNode> found = new EnumMap<>(Part.class);
    for (Part part : SHOWN) {
      reader
          .payload(inquiry.id(), part)
          .ifPresent(content -> found.put(part, opened(content, part.boundTo(inquiry.id()))));
    }
    if (!found.containsKey(Part.REQUEST)) {
      throw new ProblemException(Problem.PURGED);
    }
    writer
        .submit(
            new Note(
                new Event(
                    inquiry.id(),
                    inquiry.flow(),
                    inquiry.agency(),
                    clock.instant(),
                    EventKind.LOOKED_AT,
                    who,
                    reason)))
        .join();
    return found;
  }

  private JsonNode opened(byte[] content, String boundTo) {
    try {
      return json.readTree(contents.open(content, boundTo));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
