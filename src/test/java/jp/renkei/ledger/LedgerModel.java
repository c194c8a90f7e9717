package jp.renkei.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
          KeepKeyed.class,
          End.class,
          ConfirmKeyed.class,
          Replay.class,
          DeclareCase.class,
          HoldReply.class);

  private final Map<Integer, ModelInquiry> byKey = new TreeMap<>();
  private final Map<String, ModelInquiry> byId = new TreeMap<>();
  private final Map<CaseKey, ModelCase> cases = new TreeMap<>();

  Collection<ModelInquiry> inquiries() {
    return byId.values();
  }

  Map<CaseKey, ModelCase> cases() {
    return cases;
  }

  CaseKey caseOf(String id) {
    return byId.get(id).caseKey;
  }

  /** How many inquiries of a case have not ended. */
  int open(CaseKey key) {
    return (int) of(key).filter(inquiry -> inquiry.state != State.ENDED).count();
  }

  private Stream<ModelInquiry> of(CaseKey key) {
    return byId.values().stream().filter(inquiry -> key.equals(inquiry.caseKey));
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
    run(commands, commands, fault, told);
    return Arrays.asList(told);
  }

  /**
   * Commits a group, or, where one of it fails, each of its halves.
   *
   * @return what becomes of the next commit
   */
  private Fault run(List<Command<?>> all, List<Command<?>> group, Fault fault, Object[] told) {
    boolean impossible = group.stream().anyMatch(this::isImpossible);
    if (impossible && group.size() > 1) {
      int half = group.size() / 2;
      Fault next = run(all, group.subList(0, half), fault, told);
      return run(all, group.subList(half, group.size()), next, told);
    }
    commit(all, List.copyOf(group), fault, told);
    return impossible ? fault : Fault.NONE;
  }

  private void commit(List<Command<?>> all, List<Command<?>> group, Fault fault, Object[] told) {
    List<Command<?>> ordered = new ArrayList<>(group);
    ordered.sort(Comparator.comparingInt(this::place));
    for (Command<?> command : ordered) {
      boolean impossible = isImpossible(command);
      Object result = impossible || fault == Fault.ROLLED_BACK ? null : apply(command);
      told[identityIndex(all, command)] =
          impossible || fault != Fault.NONE ? LedgerUnavailable.class : result;
    }
    cases.forEach(this::completeWhereAllIsThere);
  }

  /** In a group, what may only repeat something comes after what is accepted. */
  private int place(Command<?> command) {
    return 2 * KINDS.indexOf(command.getClass()) + (isTooLate(command) ? 1 : 0);
  }

  private boolean isTooLate(Command<?> command) {
    return command instanceof Accept
        && command.caseKey() != null
        && cases.containsKey(command.caseKey())
        && cases.get(command.caseKey()).completed;
  }

  private void completeWhereAllIsThere(CaseKey key, ModelCase its) {
    Set<String> asked = of(key).map(inquiry -> inquiry.flow).collect(Collectors.toSet());
    if (its.sealed && open(key) == 0 && asked.containsAll(its.expects)) {
      its.completed = true;
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
    if (command instanceof DeclareCase declare) {
      return cases.computeIfAbsent(declare.caseKey(), key -> new ModelCase()).declare(declare);
    }
    ModelInquiry inquiry = byId.get(command.key());
    if (command instanceof MarkSent) {
      return inquiry.sent();
    }
    if (command instanceof End end) {
      return inquiry.end(end);
    }
    if (command instanceof KeepKeyed keep) {
      return inquiry.keyIn(keep);
    }
    if (command instanceof ConfirmKeyed confirm) {
      return inquiry.confirm(confirm);
    }
    if (command instanceof Replay replay) {
      return inquiry.replay(replay);
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
    CaseKey caseKey = command.inquiry().caseKey();
    if (caseKey != null && cases.computeIfAbsent(caseKey, its -> new ModelCase()).completed) {
      return new Told(null, false, false);
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
