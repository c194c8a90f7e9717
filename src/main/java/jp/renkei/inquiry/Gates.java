package jp.renkei.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.flow.ServiceHours;
import jp.renkei.ledger.Admission;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.Lane;
import jp.renkei.ledger.Outboxes;
import jp.renkei.ledger.Pause;
import jp.renkei.ledger.Pauses;
import jp.renkei.ledger.State;

/**
 * Whether an agency may be sent something now: its service hours and batch window, and the pauses
 * that stand. Asked for every message, so from memory.
 */
public final class Gates {

  private final Catalogue catalogue;
  private final Pauses pauses;
  private final Outboxes outboxes;
  private final Clock clock;
  private final Map<String, Turn> turns = new ConcurrentHashMap<>();

  public Gates(Catalogue catalogue, Pauses pauses, Outboxes outboxes, Clock clock) {
    this.catalogue = catalogue;
    this.pauses = pauses;
    this.outboxes = outboxes;
    this.clock = clock;
  }

  /** Whether an inquiry may leave now. */
  public boolean opens(String agency, String provider, Lane lane) {
    return closed(catalogue.agency(agency).orElseThrow(), provider, lane).isEmpty();
  }

  /** Whether nothing at all may leave to an agency until somebody or a probe lifts it. */
  public boolean suspended(Agency agency) {
    return pauses.standing().stream()
        .anyMatch(pause -> pause.holdsBackAllOf(agency.path(), agency.id()));
  }

  /** How an agency is, in one word. */
  public AgencyState stateOf(Agency agency) {
    List<Pause> whole =
        pauses.standing().stream()
            .filter(pause -> pause.holdsBackAllOf(agency.path(), agency.id()))
            .toList();
    if (whole.stream().anyMatch(pause -> pause.cause() == Pause.Cause.OPERATOR)) {
      return AgencyState.PAUSED;
    }
    if (!whole.isEmpty()) {
      return AgencyState.BROKEN;
    }
    return inHours(agency) ? AgencyState.OPEN : AgencyState.CLOSED;
  }

  /** When its service hours end, or begin; null where that is years away. */
  public Instant turns(Agency agency) {
    Instant until = turn(agency, Lane.SINGLE).until();
    return until.equals(Instant.MAX) ? null : until;
  }

  /** Whether the agency takes single inquiries at this hour. */
  public boolean inHours(Agency agency) {
    return open(agency, Lane.SINGLE);
  }

  /** The pauses that hold back all or some of an agency. */
  public List<Pause> pauses(Agency agency) {
    return pauses.standing().stream()
        .filter(
            pause ->
                pause.path().equals(agency.path())
                    && (pause.agency().isEmpty() || pause.agency().equals(agency.id())))
        .toList();
  }

  /** What of an agency's work may leave now. */
  public Admission admission(String id) {
    Optional<Agency> known = catalogue.agency(id);
    if (known.isEmpty() || suspended(known.get())) {
      return new Admission(List.of(), Set.of(), List.of());
    }
    Agency agency = known.get();
    List<Lane> lanes = Arrays.stream(Lane.values()).filter(lane -> open(agency, lane)).toList();
    return new Admission(lanes, stopped(agency), callers(agency), byFile(agency));
  }

  /**
   * Whether an agency's files may go now: in its batch window, unless an operator pauses it. A path
   * that does not work for messages may still work for files.
   */
  public boolean takesFiles(Agency agency) {
    return stateOf(agency) != AgencyState.PAUSED && open(agency, Lane.BULK);
  }

  /** Whether an inquiry goes by file, and never as a message of its own. */
  public boolean goByFile(String flow, String agency, Lane lane) {
    return lane == Lane.BULK
        && catalogue.flow(flow).filter(its -> its.goesByFile(agency)).isPresent();
  }

  /** The flows of an agency whose bulk goes by file. */
  public Set<String> byFile(Agency agency) {
    return agency.bulk() == null
        ? Set.of()
        : catalogue.flows().stream()
            .filter(flow -> flow.goesByFile(agency.id()))
            .map(Flow::id)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** What an inquiry waits for that is accepted and has not left. */
  public Optional<Wait> of(Inquiry inquiry) {
    Optional<Agency> agency = catalogue.agency(inquiry.agency());
    if (inquiry.state() == State.ENDED || inquiry.unsentDue() == null || agency.isEmpty()) {
      return Optional.empty();
    }
    Optional<Wait> closed = closed(agency.get(), inquiry.provider(), inquiry.lane());
    if (closed.isPresent()) {
      return closed;
    }
    if (inquiry.unsentDue().isAfter(clock.instant())) {
      return Optional.of(new Wait(Wait.Reason.RETRY, inquiry.unsentDue()));
    }
    return outboxes.of(inquiry.agency()).window().used() >= agency.get().limits().window()
        ? Optional.of(new Wait(Wait.Reason.WINDOW, null))
        : Optional.empty();
  }

  private Optional<Wait> closed(Agency agency, String provider, Lane lane) {
    for (Pause pause : pauses.standing()) {
      if (pause.holdsBack(agency.path(), agency.id(), provider)) {
        return Optional.of(new Wait(Wait.Reason.PAUSE, pause.probeDue()));
      }
    }
    return open(agency, lane)
        ? Optional.empty()
        : Optional.of(
            new Wait(
                lane == Lane.SINGLE ? Wait.Reason.HOURS : Wait.Reason.BATCH,
                hours(agency, lane).nextOpening(clock.instant()).orElse(null)));
  }

  /** The codes of an agency's providers that may be asked nothing. */
  public Set<String> stopped(Agency agency) {
    return pauses(agency).stream()
        .map(Pause::provider)
        .filter(provider -> !provider.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<String> callers(Agency agency) {
    return catalogue.flows().stream()
        .filter(flow -> flow.asks(agency.id()))
        .flatMap(flow -> flow.callers().stream())
        .distinct()
        .toList();
  }

  private boolean open(Agency agency, Lane lane) {
    return turn(agency, lane).open();
  }

  /** Asks the calendar once for each opening and closing, not for each message. */
  private Turn turn(Agency agency, Lane lane) {
    Instant now = clock.instant();
    String key = agency.id() + "/" + lane;
    Turn turn = turns.get(key);
    if (turn == null || now.isBefore(turn.from()) || !now.isBefore(turn.until())) {
      ServiceHours hours = hours(agency, lane);
      boolean open = hours.openAt(now);
      Optional<Instant> end = open ? hours.closesAt(now) : hours.nextOpening(now);
      turn = new Turn(open, now, end.orElse(Instant.MAX));
      turns.put(key, turn);
    }
    return turn;
  }

  private static ServiceHours hours(Agency agency, Lane lane) {
    if (!agency.keepsHours()) {
      return ServiceHours.ALWAYS;
    }
    return lane == Lane.SINGLE ? agency.hours() : agency.batch();
  }

  /** Open or closed since an instant, and until another. */
  private record Turn(boolean open, Instant from, Instant until) {}
}
