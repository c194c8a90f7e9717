package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the commands on questions to an owner share. */
final class QuestionRows {

  private static final String ASKED_BY =
      "select question_id from question_asker where inquiry_id = ?";

  private static final String ASKERS_OF =
      """
      select i.id, i.flow, i.agency from question_asker a join inquiry i on i.id = a.inquiry_id
      where a.question_id = ? order by i.id""";

  private QuestionRows() {}

  /** Holds a question's row until the transaction ends; whether it may be joined. */
  static boolean lockOpen(Connection connection, String id) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select answered_at from question where id = ? for update")) {
      Sql.bind(lock, id);
      try (ResultSet row = lock.executeQuery()) {
        return row.next()
            && row.getObject("answered_at") == null
            && !openAskers(connection, id).isEmpty();
      }
    }
  }

  /** The askers that have no outcome yet. */
  static List<String> openAskers(Connection connection, String id) throws SQLException {
    return ids(
        connection,
        """
        select a.inquiry_id from question_asker a join inquiry i on i.id = a.inquiry_id
        where a.question_id = ? and i.outcome is null order by a.inquiry_id""",
        id);
  }

  /** Everybody who has asked it. */
  static List<String> askers(Connection connection, String id) throws SQLException {
    return ids(
        connection,
        "select inquiry_id from question_asker where question_id = ? order by inquiry_id",
        id);
  }

  private static List<String> ids(Connection connection, String sql, String id)
      throws SQLException {
    List<String> ids = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      Sql.bind(select, id);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.add(row.getString(1));
        }
      }
    }
    return ids;
  }

  /** Nobody joins it any more. */
  static void close(Connection connection, String id) throws SQLException {
    Keyed.change(connection, "delete from question_open where question_id = ?", id);
  }

  /**
   * It is due to be told to its owner once more where what it was told did not keep it from view.
   */
  static void keep(Connection connection, String id, Instant at) throws SQLException {
    int first =
        Keyed.change(
            connection,
            "update question set kept = true, tell_at = ? where id = ? and not kept",
            Sql.at(at),
            id);
    if (first == 1) {
      noteKept(connection, id, at);
    }
  }

  /**
   * Keeps from view what its owner, or whoever answers by hand, keeps from view, whoever is
   * answered so or otherwise.
   */
  static void keepAnswer(Connection connection, String id, Instant at) throws SQLException {
    int first =
        Keyed.change(connection, "update question set kept = true where id = ? and not kept", id);
    if (first == 1) {
      noteKept(connection, id, at);
    }
  }

  /** The same, of the question that an inquiry asks an owner, where it asks one. */
  static void keepAnswerTo(Connection connection, String inquiryId, Instant at)
      throws SQLException {
    for (String id : ids(connection, ASKED_BY, inquiryId)) {
      keepAnswer(connection, id, at);
    }
  }

  /** Holds the row of the question that an inquiry asks: before the inquiry's, as answers do. */
  static void lockAskedBy(Connection connection, String inquiryId) throws SQLException {
    for (String id : ids(connection, ASKED_BY, inquiryId)) {
      ids(connection, "select id from question where id = ? for update", id);
    }
  }

  /** Whoever asked it has it in the timeline: their own inquiry may have ended without a mark. */
  private static void noteKept(Connection connection, String id, Instant at) throws SQLException {
    List<Event> events = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ASKERS_OF)) {
      Sql.bind(select, id);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          events.add(
              new Event(
                  row.getString("id"),
                  row.getString("flow"),
                  row.getString("agency"),
                  at,
                  EventKind.KEPT_FROM_VIEW,
                  "hub",
                  id));
        }
      }
    }
    EventRows.insert(connection, events);
  }

  static boolean isKept(Connection connection, String id) throws SQLException {
    return !ids(connection, "select id from question where id = ? and kept", id).isEmpty();
  }

  static boolean isFetched(Connection connection, String id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select fetched_at from question where id = ?")) {
      Sql.bind(select, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getObject("fetched_at") != null;
      }
    }
  }

  /** T2: the owner, or its queue, has what this inquiry asks. */
  static void markSent(
      Connection connection, String inquiryId, String flow, String agency, Instant at)
      throws SQLException {
    int sent =
        Keyed.change(
            connection,
            """
            update inquiry set came_from = state, state = 'SENT', sent_at = ?
            where id = ? and state = 'ACCEPTED'""",
            Sql.at(at),
            inquiryId);
    if (sent == 1) {
      EventRows.insert(
          connection,
          List.of(
              new Event(inquiryId, flow, agency, at, EventKind.SENT, "hub", "its owner has it")));
    }
  }

  /** Takes away what told of an inquiry that is purged. */
  static void purge(Connection connection, String inquiryId) throws SQLException {
    List<String> questions =
        ids(
            connection,
            "select question_id as inquiry_id from question_asker where inquiry_id = ?",
            inquiryId);
    for (String question : questions) {
      Keyed.change(connection, "delete from question_asker where inquiry_id = ?", inquiryId);
      if (askers(connection, question).isEmpty()) {
        close(connection, question);
        Keyed.change(connection, "delete from question where id = ?", question);
      }
    }
  }
}
