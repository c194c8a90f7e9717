package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.renkei.protection.SearchKeys.KeyedHash;

/**
 * T3 by an owner among the callers: ends everybody who asked the question, in one transaction. Whom
 * it finds ended already it does not touch: what the owner told is kept for them under its name.
 *
 * @param fingerprints the answer's hash under every live key, the newest first
 * @param ends an end for everybody who is known to have asked, in the order of their ids
 */
public record AnswerQuestion(
    String questionId, List<KeyedHash> fingerprints, List<End> ends, Instant at)
    implements Command<AnswerQuestion.Result> {

  /**
   * What became of it.
   *
   * @param ends what became of each end, in their order; empty where nothing was done
   */
  public record Result(Standing standing, List<End.Result> ends) {

    /** Whether this ended one of those who asked, by its place. */
    public boolean ended(int asker) {
      return !ends.isEmpty() && ends.get(asker) != End.Result.ENDED_BEFORE;
    }
  }

  /** How the question stood. */
  public enum Standing {
    /** It is answered by this. */
    ANSWERED,
    /** It was answered, by the same. */
    SAME_AGAIN,
    /** It was answered, by something else. */
    DIFFERENT,
    /** Nobody waited for it any more. */
    LATE,
    /** Somebody else asked it in the meantime; nothing was done. */
    OTHER_ASKERS,
    /** It is no longer kept. */
    GONE
  }

  @Override
  public String key() {
    return questionId;
  }

  static List<Result> run(Connection connection, List<AnswerQuestion> commands)
      throws SQLException {
    List<Result> results = new ArrayList<>();
    for (AnswerQuestion command : commands) {
      results.add(command.run(connection));
    }
    return results;
  }

  private Result run(Connection connection) throws SQLException {
    Standing standing = standing(connection);
    if (standing == Standing.GONE) {
      return new Result(standing, List.of());
    }
    Set<String> known = ends.stream().map(End::inquiryId).collect(Collectors.toSet());
    if (!known.equals(Set.copyOf(QuestionRows.askers(connection, questionId)))) {
      return new Result(Standing.OTHER_ASKERS, List.of());
    }
    if (ends.stream().anyMatch(end -> end.items().nonDisclosable())) {
      QuestionRows.keepAnswer(connection, questionId, at);
    }
    if (standing == Standing.ANSWERED) {
      keep(connection);
      // whose answer comes before it is noted has the question all the same
      for (End end : ends) {
        QuestionRows.markSent(connection, end.inquiryId(), end.flow(), end.agency(), at);
      }
    }
    return new Result(standing, new EndBatch().run(connection, ends));
  }

  private void keep(Connection connection) throws SQLException {
    Keyed.change(
        connection,
        """
        update question set answered_at = ?, answer_key_version = ?, answer_fingerprint = ?,
          tell_at = null
        where id = ?""",
        Sql.at(at),
        fingerprints.get(0).keyVersion(),
        fingerprints.get(0).value(),
        questionId);
    QuestionRows.close(connection, questionId);
  }

  /** What this answer finds; the row is held until the transaction ends. */
  private Standing standing(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement(
            "select answer_key_version, answer_fingerprint from question where id = ? for update")) {
      Sql.bind(lock, questionId);
      try (ResultSet row = lock.executeQuery()) {
        if (!row.next()) {
          return Standing.GONE;
        }
        String before = row.getString("answer_fingerprint");
        if (before != null) {
          return fingerprints.contains(new KeyedHash(row.getInt("answer_key_version"), before))
              ? Standing.SAME_AGAIN
              : Standing.DIFFERENT;
        }
      }
    }
    return QuestionRows.openAskers(connection, questionId).isEmpty()
        ? Standing.LATE
        : Standing.ANSWERED;
  }
}
