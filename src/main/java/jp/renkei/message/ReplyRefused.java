package jp.renkei.message;

import java.util.List;
import java.util.stream.Collectors;

/** A reply that cannot be understood. The text names the place, never a value. */
public final class ReplyRefused extends Exception {

  private static final long serialVersionUID = 1L;

  /** So many faults are told, and the others counted. */
  private static final int TOLD = 5;

  private final Reason reason;

  public ReplyRefused(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  /**
   * A reply that is not valid by its schema.
   *
   * @param faults at least one, each naming its place
   */
  static ReplyRefused notValid(List<String> faults) {
    String told = faults.stream().limit(TOLD).collect(Collectors.joining("; "));
    int others = faults.size() - TOLD;
    return new ReplyRefused(
        Reason.NOT_VALID, others > 0 ? told + "; and " + others + " more" : told);
  }

  public Reason reason() {
    return reason;
  }

  /** Why a reply was refused. */
  public enum Reason {
    /** Neither XML nor JSON as its kind has it, a wrong charset, a DTD or an entity. */
    NOT_READABLE,
    /** Well-formed, but not valid by the schema. */
    NOT_VALID,
    /** A layout version that this hub does not read. */
    UNKNOWN_LAYOUT
  }
}
