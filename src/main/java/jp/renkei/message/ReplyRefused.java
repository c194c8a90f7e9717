package jp.renkei.message;

/** A reply that cannot be understood. The text names the place, never a value. */
public final class ReplyRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public ReplyRefused(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
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
