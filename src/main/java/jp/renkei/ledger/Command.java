package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A change of the ledger. Commands of one kind run together as JDBC batches, kinds in the order of
 * an inquiry's life. Every command may run twice and has effect once.
 *
 * @param <R> what is told after the commit
 */
public sealed interface Command<R>
    permits Accept,
        RepeatOnly,
        DeclareCase,
        NumberDocument,
        OfferQuestion,
        FetchQuestion,
        TellQuestion,
        MarkSent,
        MarkUploaded,
        BeginPolling,
        Polled,
        KeepReceipt,
        TakeReminder,
        NoteReminder,
        Postpone,
        Release,
        HoldByProvider,
        TryAgain,
        KeepKeyed,
        End,
        ConfirmKeyed,
        AnswerQuestion,
        Replay,
        HoldReply,
        TakeUpReply,
        Note,
        BeginPause,
        EndPause,
        TakeProbe,
        Purge,
        PurgeHeld,
        Reseal,
        PlaceHold,
        LiftHold,
        Deliver,
        Delivered,
        ReleaseDelivery,
        WithdrawDelivery,
        PurgeDeliveries {

  /** What commands of one kind do, for many at once. */
  @FunctionalInterface
  interface Batch<C extends Command<R>, R> {

    /**
     * Runs commands in one open transaction.
     *
     * @param commands in the order of their {@link Command#key}
     * @return a result for each, in the same order
     */
    List<R> run(Connection connection, List<C> commands) throws SQLException;
  }

  /** What the command is about: commands run in this order, so that two nodes cannot deadlock. */
  String key();

  /** The case whose standing it may change, or null. */
  default CaseKey caseKey() {
    return null;
  }
}
