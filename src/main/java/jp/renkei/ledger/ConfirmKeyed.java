package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Confirms the answer that was keyed in, and ends the inquiry with it, by another person than the
 * one who keyed it in. What has ended and left the matter open turns MANUAL by it.
 *
 * @param keyed which of the answers that were keyed in is confirmed, by {@link KeyedAnswer#keyed}
 * @param source the document or note that it was taken from, or null for a letter
 * @param told the outcome that the answer would have had from the agency itself
 * @param end the end: its person confirms
 */
public record ConfirmKeyed(int keyed, String source, Outcome told, End end)
    implements Command<ConfirmKeyed.Result> {

  /** What became of it. */
  public enum Result {
    /** The inquiry has ended with this answer. */
    CONFIRMED,
    /** The inquiry had ended and left the matter open; its outcome is this answer now. */
    CONFIRMED_LATE,
    /** What was asked is no longer kept; this changed nothing. */
    PURGED,
    /** It had ended before, and the matter with it; this changed nothing. */
    ENDED_BEFORE,
    /** It is open again, and its agency may still answer; this changed nothing. */
    STILL_ASKED,
    /** Another answer was keyed in meanwhile, or by this very person; this changed nothing. */
    CHANGED
  }

  @Override
  public String key() {
    return end.key();
  }

  @Override
  public CaseKey caseKey() {
    return end.caseKey();
  }

  static List<Result> run(Connection connection, List<ConfirmKeyed> commands) throws SQLException {
    List<Result> results = new ArrayList<>();
    for (ConfirmKeyed command : commands) {
      results.add(command.run(connection));
    }
    return results;
  }

  private Result run(Connection connection) throws SQLException {
    String id = end.inquiryId();
    if (end.items().nonDisclosable()) {
      QuestionRows.lockAskedBy(connection, id);
    }
    Sql.lockInquiry(connection, id);
    Keyed.Standing found = Keyed.standing(connection, id, source);
    switch (found) {
      case ENDED -> {
        return Result.ENDED_BEFORE;
      }
      case STILL_ASKED -> {
        return Result.STILL_ASKED;
      }
      case PURGED -> {
        return Result.PURGED;
      }
      case OPEN, LEFT_OPEN -> {
        // one of these takes it
      }
    }
    int standing =
        Keyed.change(
            connection,
            """
            update keyed_answer set keyed_by = null, told = ?
            where inquiry_id = ? and keyed = ? and keyed_by <> ?""",
            told.name(),
            id,
            keyed,
            end.who());
    if (standing == 0) {
      return Result.CHANGED;
    }
    Keyed.remove(connection, id);
    if (end.items().nonDisclosable()) {
      QuestionRows.keepAnswerTo(connection, id, end.at());
    }
    EventRows.insert(
        connection,
        List.of(
            new Event(
                id,
                end.flow(),
                end.agency(),
                end.at(),
                EventKind.ANSWER_CONFIRMED,
                end.who(),
                source)));
    if (found == Keyed.Standing.LEFT_OPEN) {
      TurnManual.run(connection, end);
      return Result.CONFIRMED_LATE;
    }
    new EndBatch().run(connection, List.of(end));
    return Result.CONFIRMED;
  }
}
