package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Runs a group of commands in one transaction and makes it durable. On H2, whose commit alone
 * hardly ever reaches the disk, {@code CHECKPOINT SYNC} follows the commit: one flush a group.
 */
final class GroupCommit {

  /** The kinds, in the order of an inquiry's life. */
  private static final Map<Class<?>, Command.Batch<?, ?>> KINDS = kinds();

  private final DataSource dataSource;
  private final boolean checkpoint;
  private final CommitGate gate;
  private final CaseNews news;

  GroupCommit(DataSource dataSource, boolean checkpoint, CommitGate gate, CaseNews news) {
    this.dataSource = dataSource;
    this.checkpoint = checkpoint;
    this.gate = gate;
    this.news = news;
  }

  /** What is done in one transaction. */
  @FunctionalInterface
  interface Work<R> {
    R run(Connection connection) throws SQLException;
  }

  /** Runs and commits; the results are in the order of the commands. */
  List<Object> run(List<? extends Command<?>> commands) throws SQLException {
    return durably(commands.size() + " commands", connection -> runAll(connection, commands));
  }

  /**
   * Runs work that is no command, beside the writer, and makes it as durable.
   *
   * @param what the work's name, for the log
   */
  <R> R durably(String what, Work<R> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      R result;
      try {
        result = work.run(connection);
      } catch (SQLException | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
      commit(connection, what);
      return result;
    }
  }

  /** Reads, and tells nothing that a crash could still take back. */
  <R> R read(Work<R> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return gate.told(work.run(connection));
    }
  }

  /** A connection that is gone cannot roll back, and that is not what went wrong. */
  private static void rollBack(Connection connection, Exception why) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      why.addSuppressed(e);
    }
  }

  private void commit(Connection connection, String what) {
    gate.close();
    try {
      connection.commit();
      if (checkpoint) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("checkpoint sync");
        }
        connection.commit();
      }
    } catch (SQLException e) {
      throw new LedgerUnavailable("The result of a commit of " + what + " is unknown", e);
    } finally {
      gate.open();
    }
  }

  private List<Object> runAll(Connection connection, List<? extends Command<?>> commands)
      throws SQLException {
    LockedCases cases = LockedCases.of(connection, news, commands);
    List<Object> results = runKinds(connection, cases.admit(commands));
    cases.settle(commands, results);
    return results;
  }

  private static List<Object> runKinds(Connection connection, List<? extends Command<?>> commands)
      throws SQLException {
    List<Object> results = new ArrayList<>(commands);
    for (Map.Entry<Class<?>, Command.Batch<?, ?>> kind : KINDS.entrySet()) {
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < commands.size(); i++) {
        if (commands.get(i).getClass() == kind.getKey()) {
          places.add(i);
        }
      }
      if (!places.isEmpty()) {
        places.sort(Comparator.comparing(place -> commands.get(place).key()));
        List<?> told = runKind(connection, kind.getValue(), commands, places);
        for (int i = 0; i < places.size(); i++) {
          results.set(places.get(i), told.get(i));
        }
      }
    }
    return results;
  }

  @SuppressWarnings("unchecked") // the map pairs each class with a batch of that class
  private static <C extends Command<R>, R> List<R> runKind(
      Connection connection,
      Command.Batch<?, ?> batch,
      List<? extends Command<?>> commands,
      List<Integer> places)
      throws SQLException {
    List<C> ofKind = new ArrayList<>(places.size());
    places.forEach(place -> ofKind.add((C) commands.get(place)));
    return ((Command.Batch<C, R>) batch).run(connection, ofKind);
  }

  private static Map<Class<?>, Command.Batch<?, ?>> kinds() {
    Map<Class<?>, Command.Batch<?, ?>> kinds = new LinkedHashMap<>();
    kinds.put(Accept.class, new AcceptBatch());
    kinds.put(RepeatOnly.class, (Command.Batch<RepeatOnly, Acceptance>) RepeatOnly::run);
    kinds.put(
        NumberDocument.class, (Command.Batch<NumberDocument, DocumentRow>) NumberDocument::run);
    kinds.put(
        OfferQuestion.class,
        (Command.Batch<OfferQuestion, OfferQuestion.Result>) OfferQuestion::run);
    kinds.put(FetchQuestion.class, (Command.Batch<FetchQuestion, Void>) FetchQuestion::run);
    kinds.put(
        TellQuestion.class, (Command.Batch<TellQuestion, TellQuestion.Result>) TellQuestion::run);
    kinds.put(MarkSent.class, (Command.Batch<MarkSent, MarkSent.Result>) MarkSent::run);
    kinds.put(MarkUploaded.class, (Command.Batch<MarkUploaded, Boolean>) MarkUploaded::run);
    kinds.put(BeginPolling.class, (Command.Batch<BeginPolling, MarkSent.Result>) BeginPolling::run);
    kinds.put(Polled.class, (Command.Batch<Polled, Void>) Polled::run);
    kinds.put(KeepReceipt.class, (Command.Batch<KeepReceipt, KeepReceipt.Result>) KeepReceipt::run);
    kinds.put(Postpone.class, (Command.Batch<Postpone, Void>) Postpone::run);
    kinds.put(Release.class, (Command.Batch<Release, Void>) Release::run);
    kinds.put(HoldByProvider.class, (Command.Batch<HoldByProvider, Void>) HoldByProvider::run);
    kinds.put(TryAgain.class, (Command.Batch<TryAgain, TryAgain.Result>) TryAgain::run);
    kinds.put(TakeReminder.class, (Command.Batch<TakeReminder, Boolean>) TakeReminder::run);
    kinds.put(NoteReminder.class, (Command.Batch<NoteReminder, Void>) NoteReminder::run);
    kinds.put(KeepKeyed.class, (Command.Batch<KeepKeyed, KeepKeyed.Result>) KeepKeyed::run);
    kinds.put(End.class, new EndBatch());
    kinds.put(
        ConfirmKeyed.class, (Command.Batch<ConfirmKeyed, ConfirmKeyed.Result>) ConfirmKeyed::run);
    kinds.put(
        AnswerQuestion.class,
        (Command.Batch<AnswerQuestion, AnswerQuestion.Result>) AnswerQuestion::run);
    kinds.put(Replay.class, (Command.Batch<Replay, Replay.Result>) Replay::run);
    kinds.put(DeclareCase.class, (Command.Batch<DeclareCase, DeclareCase.Result>) DeclareCase::run);
    kinds.put(HoldReply.class, (Command.Batch<HoldReply, Void>) HoldReply::run);
    kinds.put(TakeUpReply.class, (Command.Batch<TakeUpReply, Void>) TakeUpReply::run);
    kinds.put(Note.class, (Command.Batch<Note, Void>) Note::run);
    kinds.put(BeginPause.class, (Command.Batch<BeginPause, Boolean>) BeginPause::run);
    kinds.put(EndPause.class, (Command.Batch<EndPause, Boolean>) EndPause::run);
    kinds.put(TakeProbe.class, (Command.Batch<TakeProbe, Boolean>) TakeProbe::run);
    kinds.put(PlaceHold.class, (Command.Batch<PlaceHold, PlaceHold.Result>) PlaceHold::run);
    kinds.put(LiftHold.class, (Command.Batch<LiftHold, Boolean>) LiftHold::run);
    kinds.put(Purge.class, (Command.Batch<Purge, Purge.Result>) Purge::run);
    kinds.put(PurgeHeld.class, (Command.Batch<PurgeHeld, Integer>) PurgeHeld::run);
    kinds.put(Deliver.class, (Command.Batch<Deliver, Void>) Deliver::run);
    kinds.put(ReleaseDelivery.class, (Command.Batch<ReleaseDelivery, Void>) ReleaseDelivery::run);
    kinds.put(
        WithdrawDelivery.class, (Command.Batch<WithdrawDelivery, Void>) WithdrawDelivery::run);
    kinds.put(Delivered.class, (Command.Batch<Delivered, Boolean>) Delivered::run);
    kinds.put(
        PurgeDeliveries.class, (Command.Batch<PurgeDeliveries, Integer>) PurgeDeliveries::run);
    kinds.put(Reseal.class, (Command.Batch<Reseal, Boolean>) Reseal::run);
    return kinds;
  }
}
