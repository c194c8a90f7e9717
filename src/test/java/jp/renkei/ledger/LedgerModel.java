package jp.renkei.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.renkei.ledger.LedgerStep.Fault;

/** What must be true of a ledger, in memory and one command after the other. */
final class LedgerModel {

  /** In a group, kinds run in the order of an inquiry's life. */
  private static final List<Class<?>> KINDS =
      List.of(
          Accept.class,
          MarkSent.class,
          Postpone.class,
          HoldByProvider.class,
          End.class,
          HoldReply.class);

  private static final Comparator<Command<?>> IN_ORDER_OF_LIFE =
      Comparator.comparingInt(command -> KINDS.indexOf(command.getClass()));

  private final Map<Integer, ModelInquiry> byKey = new TreeMap<>();
  private final Map<String, ModelInquiry> byId = new TreeMap<>();

  Collection<ModelInquiry> inquiries() {
    return byId.values();
  }

  /** The inquiry under a key, or null. */
  ModelInquiry get(int key) {
    return byKey.get(key);
  }

  /**
   * Runs commands that were submitted together.
   *
   * @param fault what becomes of the first commit
   * @return what must be told of each: its result, or {@link LedgerUnavailable}'s class
   */
  List<Object> run(List<Command<?>> commands, Fault fault) {
    Object[] told = new Object[commands.size()];
    if (commands.size() == 1 || commands.stream().noneMatch(this::isImpossible)) {
      commit(commands, List.copyOf(commands), fault, told);
    } else {
      Fault next = fault;
      for (Command<?> alone : commands) {
        boolean commits = !isImpossible(alone);
        commit(commands, List.of(alone), next, told);
        next = commits ? Fault.NONE : next;
      }
    }
    return Arrays.asList(told);
  }

  private void commit(List<Command<?>> all, List<Command<?>> group, Fault fault, Object[] told) {
    List<Command<?>> ordered = new ArrayList<>(group);
    ordered.sort(IN_ORDER_OF_LIFE);
    for (Command<?> command : ordered) {
      boolean impossible = isImpossible(command);
      Object result = impossible || fault == Fault.ROLLED_BACK ? null : apply(command);
      told[identityIndex(all, command)] =
          impossible || fault != Fault.NONE ? LedgerUnavailable.class : result;
    }
  }

  private static int identityIndex(List<Command<?>> all, Command<?> command) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) == command) {
        return i;
      }
    }
    throw new IllegalArgumentException("not one of the commands");
  }

  /** Only a reply to an inquiry that is not there can fail. */
  private boolean isImpossible(Command<?> command) {
    return command instanceof End end && end.inquiryId().equals(LedgerRun.NO_INQUIRY);
  }

  private Object apply(Command<?> command) {
    if (command instanceof Accept accept) {
      return accept(accept);
    }
    ModelInquiry inquiry = byId.get(command.key());
    if (command instanceof MarkSent) {
      return inquiry.sent();
    }
    if (command instanceof End end) {
      return inquiry.end(end);
    }
    if (command instanceof Postpone postpone) {
      inquiry.postpone(postpone);
    } else if (command instanceof HoldByProvider) {
      inquiry.heldByProvider();
    } else if (command instanceof HoldReply hold) {
      inquiry.otherPerson(LedgerRun.content(hold.reply()));
    }
    return null;
  }

  private Object accept(Accept command) {
    int key = LedgerRun.keyOf(command.inquiry());
    String body = command.inquiry().fingerprints().get(0).value();
    ModelInquiry earlier = byKey.get(key);
    if (earlier != null) {
      return new Told(earlier.id, false, earlier.body.equals(body));
    }
    ModelInquiry fresh = new ModelInquiry(command.inquiry(), body);
    fresh.claim(command.claimedBy(), command.claimedUntil());
    byKey.put(key, fresh);
    byId.put(fresh.id, fresh);
    return new Told(fresh.id, true, true);
  }

  /** The ids of those that a node must get when it claims now. */
  List<String> free(Instant now) {
    return byId.values().stream().filter(i -> i.isFree(now)).map(i -> i.id).toList();
  }

  /** The ids of those whose deadline has come. */
  List<String> overdue(Instant now) {
    return byId.values().stream()
        .filter(i -> i.state != State.ENDED && !i.deadline.isAfter(now))
        .map(i -> i.id)
        .toList();
  }

  void claim(String id, String by, Instant until) {
    byId.get(id).claim(by, until);
  }

  /** What a caller is told of an inquiry that it posted. */
  record Told(String id, boolean fresh, boolean sameBody) {}
}
