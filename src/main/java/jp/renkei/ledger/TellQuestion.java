package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Promises an owner who takes questions by queue one of them, in the transaction that notes it:
 * whoever comes second, on whichever node, finds it told. Told again only where what it was told
 * may be kept no longer and somebody still waits, or where somebody who joined wants it kept from
 * the person's own view; what was promised before and has not left is taken back then.
 *
 * @param askers everybody who is known to have asked it
 * @param kept whether the owner is told to keep it from the person's own view (不開示)
 * @param delivery what the owner gets, or null where it cannot be told, or nobody was found for
 *     whom it may be asked: it is due again in a minute where somebody waits
 */
public record TellQuestion(
    String questionId, Set<String> askers, boolean kept, Delivery delivery, Instant at)
    implements Command<TellQuestion.Result> {

  /** How long a question rests that cannot be told though somebody waits for it. */
  private static final Duration LATER = Duration.ofMinutes(1);

  /** What became of it. */
  public enum Result {
    /** It is promised. */
    TOLD,
    /** Somebody else asked it in the meantime; nothing was done. */
    OTHER_ASKERS,
    /** It is told already, or nobody waits for it. */
    WITHOUT_EFFECT
  }

  public TellQuestion {
    askers = Set.copyOf(askers);
  }

  @Override
  public String key() {
    return questionId;
  }

  static List<Result> run(Connection connection, List<TellQuestion> commands) throws SQLException {
    List<Result> results = new ArrayList<>();
    for (TellQuestion command : commands) {
      results.add(command.run(connection));
    }
    return results;
  }

  private Result run(Connection connection) throws SQLException {
    Row row = locked(connection);
    if (row == null || !row.due()) {
      return Result.WITHOUT_EFFECT;
    }
    List<String> waiting =
        row.answered() ? List.of() : QuestionRows.openAskers(connection, questionId);
    if (waiting.isEmpty()) {
      // nobody joins what nobody waits for: it is never due again
      Keyed.change(connection, "update question set tell_at = null where id = ?", questionId);
      return Result.WITHOUT_EFFECT;
    }
    if (delivery == null) {
      // what cannot be told keeps no other from its turn
      Keyed.change(
          connection,
          "update question set tell_at = ? where id = ?",
          Sql.at(at.plus(LATER)),
          questionId);
      return Result.WITHOUT_EFFECT;
    }
    if (!askers.equals(Set.copyOf(QuestionRows.askers(connection, questionId)))) {
      return Result.OTHER_ASKERS;
    }
    Keyed.change(
        connection,
        """
        update question set tell_at = ?, told_at = ?, kept = kept or ?, delivery_id = ?
        where id = ?""",
        Sql.at(delivery.keepUntil()),
        Sql.at(at),
        kept,
        delivery.id(),
        questionId);
    if (row.delivery() != null) {
      // what says less does not leave, least of all last
      Keyed.change(connection, "delete from delivery where id = ?", row.delivery());
    }
    DeliveryRows.insert(connection, List.of(delivery));
    if (row.told()) {
      EventRows.insert(connection, waiting.stream().map(asker -> again(asker, row)).toList());
    }
    return Result.TOLD;
  }

  private Event again(String asker, Row row) {
    return new Event(
        asker, row.flow(), row.agency(), at, EventKind.OFFERED_AGAIN, "hub", questionId);
  }

  /** How the question stands; the row is held until the transaction ends. */
  private Row locked(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement(
            """
            select flow, agency, answered_at, told_at, tell_at, delivery_id from question
            where id = ? for update""")) {
      Sql.bind(lock, questionId);
      try (ResultSet row = lock.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        Instant due = Sql.instant(row, "tell_at");
        return new Row(
            row.getString("flow"),
            row.getString("agency"),
            row.getObject("answered_at") != null,
            row.getObject("told_at") != null,
            due != null && !due.isAfter(at),
            row.getString("delivery_id"));
      }
    }
  }

  private record Row(
      String flow, String agency, boolean answered, boolean told, boolean due, String delivery) {}
}
