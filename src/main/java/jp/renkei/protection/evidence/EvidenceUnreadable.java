package jp.renkei.protection.evidence;

/** Exported evidence that cannot be read: changed beyond its form, or not whole. */
public final class EvidenceUnreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long line;

  EvidenceUnreadable(long line) {
    super("Line " + line + " is not a line of exported evidence");
    this.line = line;
  }

  /** Which line, from 1; the one after the last where the end is missing. */
  public long line() {
    return line;
  }
}
