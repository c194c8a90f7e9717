package jp.renkei.problem;

/** The hub refuses to start. Says why and what to do, in words for whoever installs it. */
public final class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String why;
  private final String remedy;

  public StartRefused(String why, String remedy, Throwable cause) {
    super(why + " -> " + remedy, cause);
    this.why = why;
    this.remedy = remedy;
  }

  public StartRefused(String why, String remedy) {
    this(why, remedy, null);
  }

  public String why() {
    return why;
  }

  public String remedy() {
    return remedy;
  }
}
