package jp.renkei.ledger;

import static jp.renkei.ledger.Sql.at;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.renkei.protection.SearchKeys.KeyedHash;

/**
 * Runs {@link Accept}s: the inquiries first, then, for those that are new, all that hangs on them.
 */
final class AcceptBatch implements Command.Batch<Accept, Acceptance> {

  private static final String INQUIRY =
      """
      insert into inquiry (id, number, caller, flow, agency, lane, case_id, environment,
        subject_key_version, subject_hash, idempotency_key_version, idempotency_hash,
        fingerprint_key_version, fingerprint, provider, supersedes, repeats, by_queue, substituted, came_from,
        state, accepted_at, deadline, open_until)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'NEW', 'ACCEPTED', ?, ?, ?)
      on conflict do nothing""";

  private static final String PAYLOAD =
      "insert into payload (inquiry_id, part, content) values (?, ?, ?)";

  private static final String DISPATCH =
      """
      insert into dispatch (inquiry_id, what, destination, provider, lane, caller, due, attempt,
        failures, claimed_by, claimed_until)
      values (?, 'SEND', ?, ?, ?, ?, ?, 1, 0, ?, ?)""";

  private static final String ASKED =
      "insert into asked (inquiry_id, flow, key_version, question, asked_at) values (?, ?, ?, ?, ?)";

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
    int[] inserted = insertInquiries(connection, candidates.stream().map(commands::get).toList());
    for (int c = 0; c < inserted.length; c++) {
      Accept command = commands.get(candidates.get(c));
      if (inserted[c] == 1) {
        fresh.add(command);
        results[candidates.get(c)] = new Acceptance(asInquiry(command.inquiry()), true, true);
      } else {
        results[candidates.get(c)] = earlier(connection, command.inquiry());
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

  private static int[] insertInquiries(Connection connection, List<Accept> commands)
      throws SQLException {
    return Sql.each(
        connection, INQUIRY, commands.stream().map(Accept::inquiry).map(AcceptBatch::row).toList());
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
      at(inquiry.accepted()),
      at(inquiry.deadline()),
      at(inquiry.deadline())
    };
  }

  private static void insertWhatHangsOn(Connection connection, List<Accept> fresh)
      throws SQLException {
    List<Object[]> payloads = new ArrayList<>();
    List<Object[]> dispatches = new ArrayList<>();
    List<Object[]> questions = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    for (Accept command : fresh) {
      NewInquiry inquiry = command.inquiry();
      if (inquiry.asked() != null) {
        questions.add(question(inquiry));
      }
      payloads.add(new Object[] {inquiry.id(), Part.REQUEST.name(), inquiry.request()});
      payloads.add(new Object[] {inquiry.id(), Part.MESSAGE.name(), inquiry.message()});
      dispatches.add(
          new Object[] {
            inquiry.id(),
            inquiry.agency(),
            inquiry.provider(),
            inquiry.lane().ordinal(),
            inquiry.caller(),
            at(inquiry.accepted()),
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
    Sql.each(connection, ASKED, questions);
    Sql.each(connection, PAYLOAD, payloads);
    Sql.each(connection, DISPATCH, dispatches);
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
