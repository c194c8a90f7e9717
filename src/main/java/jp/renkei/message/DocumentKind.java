package jp.renkei.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

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

  /**
   * Reads an answer as it was keyed in from paper.
   *
   * @param header the inquiry's, which the paper repeats by its document number
   * @param today the day, in Japan
   * @throws jp.renkei.problem.ProblemException {@code INVALID_REPLY} with every place that is
   *     wrong, pointers beginning with {@code /reply}, and no value in any reason
   */
  Reply keyed(MessageHeader header, JsonNode reply, LocalDate today);

  /** Nothing electronic comes. */
  @Override
  default Reply reply(byte[] document) throws ReplyRefused {
    throw new ReplyRefused(
        ReplyRefused.Reason.NOT_READABLE, "answers of this kind come on paper and are keyed in");
  }
}
