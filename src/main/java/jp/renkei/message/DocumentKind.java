package jp.renkei.message;

/**
 * A message kind that is asked on paper: its message is what letters are printed from, the first
 * one and the reminders, and its replies are keyed in by people.
 */
public interface DocumentKind extends MessageKind {

  /**
   * Prints a letter.
   *
   * @param message what {@link #message} wrote
   * @return the same letter for the same arguments
   * @throws IllegalStateException where the message is not this kind's
   */
  Letter letter(byte[] message, LetterHead head);

  /** Nothing electronic comes. */
  @Override
  default Reply reply(byte[] document) throws ReplyRefused {
    throw new ReplyRefused(
        ReplyRefused.Reason.NOT_READABLE, "answers of this kind come on paper and are keyed in");
  }
}
