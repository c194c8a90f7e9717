package jp.renkei.ledger;

import static jp.renkei.ledger.Sql.at;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.renkei.protection.SearchKeys.KeyedHash;

/**
 * Runs {@link Accept}s: the inquiries first, then, for those that are new, all that hangs on them.
 */
final class AcceptBatch implements Command.Batch<Accept, Acceptance> {

  private static final InsertRows INQUIRY =
      InsertRows.newInto(
          "inquiry",
          """
          id text, number text, caller text, flow text, agency text, lane integer, case_id text,
          environment text, subject_key_version integer, subject_hash text,
          idempotency_key_version integer, idempotency_hash text, fingerprint_key_version integer,
          fingerprint text, provider text, supersedes text, repeats text, by_queue boolean,
          substituted integer, came_from text, state text, accepted_at time, deadline time""");

  static final InsertRows OPEN =
      InsertRows.into("open_inquiry", "inquiry_id text, flow text, accepted_at time, until time");

  static final InsertRows PAYLOAD =
      InsertRows.into("payload", "inquiry_id text, part text, content bytes");

  private static final InsertRows DISPATCH =
      InsertRows.into(
          "dispatch",
          """
          inquiry_id text, what text, destination text, provider text, lane integer, caller text,
          due time, attempt integer, failures integer, claimed_by text, claimed_until time""");

  private static final InsertRows ASKED =
      InsertRows.into(
          "asked", "inquiry_id text, flow text, key_version integer, question text, asked_at time");

  @Override
  public List<Acceptance> run(Connection connection, List<Accept> commands) throws SQLException {
    Acceptance[] results = new Acceptance[commands.size()];
    List<Integer> first = new ArrayList<>();
    List<Integer> repeats = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < results.length; i++) {
      (isNew(commands.get(i).inquiry(), seen) ? first : repeats).add(i);
    }
    acceptEach(connection, commands, first, results);
    for (int repeat : repeats) {
      results[repeat] = earlier(connection, commands.get(repeat).inquiry());
    }
    return List.of(results);
  }

  /** Whether none of the group before has the same key, under whichever hash. */
  private static boolean isNew(NewInquiry inquiry, Set<String> seen) {
    List<String> names = names(inquiry).toList();
    if (names.stream().anyMatch(seen::contains)) {
      return false;
    }
    seen.addAll(names);
    return true;
  }

  private static Stream<String> names(NewInquiry inquiry) {
    return inquiry.idempotencyKeys().stream()
        .map(key -> ResendGuard.name(inquiry.caller(), key.value()));
  }

  private static void acceptEach(
      Connection connection, List<Accept> commands, List<Integer> places, Acceptance[] results)
      throws SQLException {
    List<NewInquiry> inquiries =
        places.stream().map(place -> commands.get(place).inquiry()).toList();
    ResendGuard guard = ResendGuard.place(connection, inquiries);
    Set<String> stored = guard.storedUnderOthers(inquiries);
    List<Integer> candidates = new ArrayList<>();
    for (int place : places) {
      NewInquiry inquiry = commands.get(place).inquiry();
      if (names(inquiry).anyMatch(stored::contains)) {
        results[place] = earlier(connection, inquiry);
      } else {
        candidates.add(place);
      }
    }
    List<Accept> fresh = new ArrayList<>();
    Predicate<NewInquiry> inserted =
        insertInquiries(
            connection, candidates.stream().map(place -> commands.get(place).inquiry()).toList());
    for (int place : candidates) {
      Accept command = commands.get(place);
      if (inserted.test(command.inquiry())) {
        fresh.add(command);
        results[place] = new Acceptance(asInquiry(command.inquiry()), true, true);
      } else {
        results[place] = earlier(connection, command.inquiry());
      }
    }
    insertWhatHangsOn(connection, fresh);
    guard.lift();
  }

  private static Acceptance earlier(Connection connection, NewInquiry inquiry) throws SQLException {
    Acceptance earlier = EarlierInquiry.findAny(connection, inquiry);
    if (earlier == null) {
      throw new SQLException("An inquiry was not inserted, and none with its key is there");
    }
    return earlier;
  }

  /** Inserts those whose key was not used; tells which they are. */
  private static Predicate<NewInquiry> insertInquiries(
      Connection connection, List<NewInquiry> inquiries) throws SQLException {
    int inserted = INQUIRY.run(connection, inquiries.stream().map(AcceptBatch::row).toList());
    if (inserted == inquiries.size()) {
      return inquiry -> true;
    }
    Set<String> there = stored(connection, inquiries.stream().map(NewInquiry::id).toList());
    return inquiry -> there.contains(inquiry.id());
  }

  /** An id is made for one submission alone: what is there under it was inserted by it. */
  private static Set<String> stored(Connection connection, List<String> ids) throws SQLException {
    Set<String> stored = new HashSet<>();
    Array values = connection.createArrayOf("varchar", ids.toArray());
    try (PreparedStatement select =
        connection.prepareStatement("select id from inquiry where id = any(?)")) {
      select.setArray(1, values);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          stored.add(row.getString("id"));
        }
      }
    } finally {
      values.free();
    }
    return stored;
  }

  private static Object[] row(NewInquiry inquiry) {
    return new Object[] {
      inquiry.id(),
      inquiry.number(),
      inquiry.caller(),
      inquiry.flow(),
      inquiry.agency(),
      inquiry.lane().ordinal(),
      inquiry.caseId(),
      inquiry.environment(),
      inquiry.subject().keyVersion(),
      inquiry.subject().value(),
      inquiry.idempotencyKeys().get(0).keyVersion(),
      inquiry.idempotencyKeys().get(0).value(),
      inquiry.fingerprints().get(0).keyVersion(),
      inquiry.fingerprints().get(0).value(),
      inquiry.provider(),
      inquiry.supersedes(),
      repeats(inquiry),
      inquiry.byQueue(),
      inquiry.substitutedCharacters(),
      Lifecycle.NEW,
      State.ACCEPTED.name(),
      at(inquiry.accepted()),
      at(inquiry.deadline())
    };
  }

  private static void insertWhatHangsOn(Connection connection, List<Accept> fresh)
      throws SQLException {
    List<Object[]> open = new ArrayList<>();
    List<Object[]> payloads = new ArrayList<>();
    List<Object[]> dispatches = new ArrayList<>();
    List<Object[]> questions = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    for (Accept command : fresh) {
      NewInquiry inquiry = command.inquiry();
      if (inquiry.asked() != null) {
        questions.add(question(inquiry));
      }
      open.add(
          new Object[] {
            inquiry.id(), inquiry.flow(), at(inquiry.accepted()), at(inquiry.deadline())
          });
      payloads.add(new Object[] {inquiry.id(), Part.REQUEST.name(), inquiry.request()});
      payloads.add(new Object[] {inquiry.id(), Part.MESSAGE.name(), inquiry.message()});
      dispatches.add(
          new Object[] {
            inquiry.id(),
            "SEND",
            inquiry.agency(),
            inquiry.provider(),
            inquiry.lane().ordinal(),
            inquiry.caller(),
            at(inquiry.accepted()),
            1,
            0,
            command.claimedBy(),
            at(command.claimedUntil())
          });
      events.add(
          new Event(
              inquiry.id(),
              inquiry.flow(),
              inquiry.agency(),
              inquiry.accepted(),
              EventKind.ACCEPTED,
              inquiry.caller(),
              Disclosures.accepted(inquiry)));
      if (inquiry.substituted() != null) {
        payloads.add(new Object[] {inquiry.id(), Part.LOSS.name(), inquiry.substituted().report()});
        events.add(
            new Event(
                inquiry.id(),
                inquiry.flow(),
                inquiry.agency(),
                inquiry.accepted(),
                EventKind.CHARACTERS_SUBSTITUTED,
                inquiry.caller(),
                inquiry.substituted().places()));
      }
      if (repeats(inquiry) != null) {
        events.add(
            new Event(
                inquiry.id(),
                inquiry.flow(),
                inquiry.agency(),
                inquiry.accepted(),
                EventKind.ASKED_TWICE,
                inquiry.caller(),
                repeats(inquiry)));
      }
    }
    ASKED.run(connection, questions);
    OPEN.run(connection, open);
    PAYLOAD.run(connection, payloads);
    DISPATCH.run(connection, dispatches);
    EventRows.insert(connection, events);
  }

  private static String repeats(NewInquiry inquiry) {
    return inquiry.asked() == null ? null : inquiry.asked().repeats();
  }

  private static Object[] question(NewInquiry inquiry) {
    KeyedHash newest = inquiry.asked().question().get(0);
    return new Object[] {
      inquiry.id(), inquiry.flow(), newest.keyVersion(), newest.value(), at(inquiry.accepted())
    };
  }

  private static Inquiry asInquiry(NewInquiry inquiry) {
    return new Inquiry(
        inquiry.id(),
        inquiry.number(),
        inquiry.caller(),
        inquiry.flow(),
        inquiry.agency(),
        inquiry.provider(),
        inquiry.lane(),
        inquiry.caseId(),
        State.ACCEPTED,
        null,
        null,
        inquiry.supersedes(),
        repeats(inquiry),
        inquiry.byQueue(),
        inquiry.substitutedCharacters(),
        inquiry.accepted(),
        inquiry.deadline(),
        null,
        null,
        inquiry.accepted());
  }
}
