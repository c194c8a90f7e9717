package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import jp.renkei.protection.SearchKeys.KeyedHash;

/** Runs {@link End}s: who comes first ends the inquiry, who comes later is named. */
final class EndBatch implements Command.Batch<End, End.Result> {

  private static final UpdateRows UPDATE =
      new UpdateRows(
          "inquiry",
          """
          came_from = inquiry.state, state = 'ENDED', outcome = new.outcome, failure = new.failure,
          ended_at = new.ended_at, sent_at = coalesce(inquiry.sent_at, new.sent_at),
          reply_key_version = new.reply_key_version, reply_fingerprint = new.reply_fingerprint""",
          "inquiry.outcome is null",
          "id",
          """
          outcome text, failure text, ended_at time, sent_at time, reply_key_version integer,
          reply_fingerprint text, id text""");

  @Override
  public List<End.Result> run(Connection connection, List<End> commands) throws SQLException {
    int[] updated = UPDATE.run(connection, commands.stream().map(EndBatch::row).toList());
    List<End> first = new ArrayList<>();
    List<End> second = new ArrayList<>();
    for (int i = 0; i < updated.length; i++) {
      (updated[i] == 1 ? first : second).add(commands.get(i));
    }
    // one group may hold both: the timeline tells the end before what came after it
    List<Event> events = new ArrayList<>();
    List<HoldReply> held = new ArrayList<>();
    Iterator<End.Result> ended = end(connection, first, events).iterator();
    for (End late : second) {
      if (late.reply() != null) {
        name(connection, late, held, events);
      }
    }
    EventRows.insert(connection, events);
    HoldReply.run(connection, held);
    return Arrays.stream(updated)
        .mapToObj(count -> count == 1 ? ended.next() : End.Result.ENDED_BEFORE)
        .toList();
  }

  private static List<End.Result> end(Connection connection, List<End> ended, List<Event> events)
      throws SQLException {
    Sql.each(
        connection,
        "delete from open_inquiry where inquiry_id = ?",
        ended.stream().map(command -> new Object[] {command.inquiryId()}).toList());
    AcceptBatch.PAYLOAD.run(
        connection,
        ended.stream()
            .filter(command -> command.answer() != null)
            .map(
                command -> new Object[] {command.inquiryId(), Part.ANSWER.name(), command.answer()})
            .toList());
    DeliveryRows.insert(connection, ended.stream().map(End::delivery).toList());
    int[] unsent = SendRows.delete(connection, ended.stream().map(End::inquiryId).toList());
    List<End.Result> results = new ArrayList<>();
    for (int i = 0; i < unsent.length; i++) {
      End command = ended.get(i);
      boolean sentByReply = unsent[i] == 1 && command.reply() != null;
      if (sentByReply) {
        events.add(
            SendRows.sentByReply(
                command.inquiryId(), command.flow(), command.agency(), sent(command)));
      }
      events.addAll(command.removedItems());
      events.add(event(command, EventKind.ENDED, command.items().ended(command.outcome())));
      results.add(sentByReply ? End.Result.SENT_AND_ENDED : End.Result.ENDED);
    }
    return results;
  }

  /** A reply to an inquiry that has ended: the same again, another one, or one that is too late. */
  private static void name(
      Connection connection, End command, List<HoldReply> held, List<Event> events)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select outcome, reply_key_version, reply_fingerprint from inquiry where id = ?")) {
      Sql.bind(select, command.inquiryId());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("An inquiry that a reply was matched with is not there");
        }
        EventKind kind = kind(row, command.reply());
        if (kind == EventKind.REPLY_DUPLICATE) {
          events.add(event(command, kind, null));
        } else {
          held.add(new HoldReply(command.inquiryId(), command.flow(), command.reply(), kind, null));
        }
      }
    }
  }

  private static EventKind kind(ResultSet ended, ArrivedReply reply) throws SQLException {
    if (Outcome.CANCELLED.name().equals(ended.getString("outcome"))) {
      return EventKind.REPLY_AFTER_CANCEL;
    }
    String fingerprint = ended.getString("reply_fingerprint");
    if (fingerprint == null) {
      return EventKind.REPLY_LATE;
    }
    return reply
            .fingerprints()
            .contains(new KeyedHash(ended.getInt("reply_key_version"), fingerprint))
        ? EventKind.REPLY_DUPLICATE
        : EventKind.REPLY_DIFFERENT;
  }

  /** When the agency had it: as this node knows, or at the latest when its reply came. */
  private static Instant sent(End command) {
    return command.sent() == null && command.reply() != null ? command.at() : command.sent();
  }

  private static Object[] row(End command) {
    KeyedHash fingerprint = command.reply() == null ? null : command.reply().fingerprints().get(0);
    return new Object[] {
      command.outcome().name(),
      command.failure(),
      Sql.at(command.at()),
      Sql.at(sent(command)),
      fingerprint == null ? null : fingerprint.keyVersion(),
      fingerprint == null ? null : fingerprint.value(),
      command.inquiryId()
    };
  }

  static Event event(End command, EventKind kind, String detail) {
    return new Event(
        command.inquiryId(),
        command.flow(),
        command.agency(),
        command.at(),
        kind,
        command.who(),
        detail);
  }
}
