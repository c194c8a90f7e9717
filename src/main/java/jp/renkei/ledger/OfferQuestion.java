package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.renkei.protection.SearchKeys.KeyedHash;

/**
 * S1 to an owner among the callers: the inquiry joins the open question that asks the same, or
 * opens one. Its SEND row turns into an AWAIT row; it is sent when the owner has seen the question,
 * at once where that was before. Without effect where its SEND row is gone.
 *
 * @param asked what is asked, hashed under every live key
 * @param kept whether it is to be kept from the person's own view (不開示)
 */
public record OfferQuestion(
    String inquiryId,
    String flow,
    String agency,
    int attempt,
    List<KeyedHash> asked,
    boolean kept,
    Instant at)
    implements Command<OfferQuestion.Result> {

  /** Between two looks somebody may close what was found; nobody does so again and again. */
  private static final int MOST_LOOKS = 8;

  /** What became of it. */
  public enum Result {
    /** The owner has a question more. */
    OPENED,
    /** The owner has this question already. */
    JOINED,
    /** It was offered before, or has ended. */
    WITHOUT_EFFECT
  }

  /** By the question, so that two nodes offer the same ones in the same order. */
  @Override
  public String key() {
    return flow + " " + inOrder().get(0).value();
  }

  private List<KeyedHash> inOrder() {
    return asked.stream().sorted(Comparator.comparing(KeyedHash::keyVersion)).toList();
  }

  static List<Result> run(Connection connection, List<OfferQuestion> commands) throws SQLException {
    List<Result> results = new ArrayList<>();
    for (OfferQuestion command : commands) {
      results.add(command.run(connection));
    }
    return results;
  }

  private Result run(Connection connection) throws SQLException {
    // in the order of whatever may end it meanwhile
    Sql.lockInquiry(connection, inquiryId);
    int offered =
        Keyed.change(
            connection,
            """
            update dispatch set what = 'AWAIT', due = ?, failures = 0, claimed_by = null,
              claimed_until = null
            where inquiry_id = ? and what = 'SEND' and attempt = ?""",
            Sql.at(at),
            inquiryId,
            attempt);
    if (offered == 0) {
      return Result.WITHOUT_EFFECT;
    }
    for (int look = 0; look < MOST_LOOKS; look++) {
      String other = takePlaces(connection);
      if (other == null) {
        open(connection);
        return Result.OPENED;
      }
      if (QuestionRows.lockOpen(connection, other)) {
        join(connection, other);
        return Result.JOINED;
      }
      QuestionRows.close(connection, other);
    }
    throw new SQLException("An open question was closed again and again");
  }

  /** Takes a place under every key, or tells who has one; what was taken then goes with it. */
  private String takePlaces(Connection connection) throws SQLException {
    String other = null;
    for (KeyedHash hash : inOrder()) {
      int taken =
          Keyed.change(
              connection,
              """
              insert into question_open (flow, key_version, question, question_id)
              values (?, ?, ?, ?) on conflict do nothing""",
              flow,
              hash.keyVersion(),
              hash.value(),
              inquiryId);
      if (taken == 0 && other == null) {
        other = whose(connection, hash);
      }
    }
    if (other != null) {
      Keyed.change(
          connection,
          "update question_open set question_id = ? where question_id = ?",
          other,
          inquiryId);
    }
    return other;
  }

  private String whose(Connection connection, KeyedHash hash) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select question_id from question_open"
                + " where flow = ? and key_version = ? and question = ?")) {
      Sql.bind(select, flow, hash.keyVersion(), hash.value());
      try (ResultSet row = select.executeQuery()) {
        // closed since: the next look finds the place free
        return row.next() ? row.getString("question_id") : "";
      }
    }
  }

  private void open(Connection connection) throws SQLException {
    Keyed.change(
        connection,
        """
        insert into question (id, flow, agency, offered_at, tell_at, kept)
        values (?, ?, ?, ?, ?, ?)""",
        inquiryId,
        flow,
        agency,
        Sql.at(at),
        Sql.at(at),
        kept);
    addAsker(connection, inquiryId);
  }

  private void join(Connection connection, String question) throws SQLException {
    addAsker(connection, question);
    if (kept) {
      QuestionRows.keep(connection, question, at);
    } else if (QuestionRows.isKept(connection, question)) {
      EventRows.insert(
          connection,
          List.of(
              new Event(inquiryId, flow, agency, at, EventKind.KEPT_FROM_VIEW, "hub", question)));
    }
    if (QuestionRows.isFetched(connection, question)) {
      QuestionRows.markSent(connection, inquiryId, flow, agency, at);
    }
  }

  private void addAsker(Connection connection, String question) throws SQLException {
    Keyed.change(
        connection,
        "insert into question_asker (inquiry_id, question_id) values (?, ?)",
        inquiryId,
        question);
    EventRows.insert(
        connection,
        List.of(new Event(inquiryId, flow, agency, at, EventKind.OFFERED, "hub", question)));
  }
}
