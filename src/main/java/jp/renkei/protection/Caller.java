package jp.renkei.protection;

/**
 * An upstream system.
 *
 * @param id as the catalogue's permitted list names it
 * @param share how much of the hub it may take
 * @param outcomes how it takes its outcomes
 * @param questions how it takes the questions that it answers, where it is an owner
 */
public record Caller(String id, Share share, Taking outcomes, Taking questions) {

  /** The prefix of a caller's name as a user of the broker and as the holder of message keys. */
  private static final String PREFIX = "caller-";

  /** A caller that asks for everything. */
  public Caller(String id, Share share) {
    this(id, share, Taking.POLL, Taking.POLL);
  }

  /** A caller with what is usual. */
  public Caller(String id) {
    this(id, Share.USUAL);
  }

  /** Whether anything goes to a queue of it without its asking by queue. */
  public boolean byQueue() {
    return outcomes.byQueue() || questions.byQueue();
  }

  /** Its name as a user of the broker, which its message keys have as well. */
  public String brokerUser() {
    return PREFIX + id;
  }

  /** Where it gets outcomes, and answers to what it sent by queue. */
  public String replies() {
    return "hub.replies." + id;
  }

  /** Where it is told that its cases are complete. */
  public String cases() {
    return "hub.cases." + id;
  }

  /** Where it gets the questions that it answers. */
  public String asked() {
    return "hub.questions." + id;
  }
}
