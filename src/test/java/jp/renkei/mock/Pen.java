package jp.renkei.mock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.Duration;

/** Writes replies, right and odd ones. */
final class Pen {

  private final Behaviour behaviour;

  Pen(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  /**
   * Writes one reply.
   *
   * @param as what is odd about it, or null
   */
  Outgoing write(Asked asked, Answer answer, Duration after, Oddity as) {
    return reply(asked, answer, after, as).typed(behaviour.messageType(asked));
  }

  private Outgoing reply(Asked asked, Answer answer, Duration after, Oddity as) {
    if (as == null) {
      return written(asked, answer, after);
    }
    return switch (as) {
      case OTHER_PERSON -> written(asked.aboutSomebodyElse(), answer, after);
      case OTHER_PERIOD -> written(asked.aboutAnotherPeriod(), answer, after);
      case OTHER_ENVIRONMENT -> written(asked.inAnotherEnvironment(), answer, after);
      case UNKNOWN_NUMBER -> written(asked.numbered(strangeNumber(asked)), answer, after);
      case UNKNOWN_LAYOUT ->
          new Outgoing(after, asked.correlation(), behaviour.write(asked, answer, "99.0"));
      case GARBAGE -> new Outgoing(after, asked.correlation(), garbage());
      case WRONG_CHARSET -> {
        Outgoing right = written(asked, answer, after);
        yield new Outgoing(after, right.number(), inShiftJis(right.content()));
      }
      case SECOND_DIFFERENT -> written(asked, answer, after);
      case REFUSED -> new Outgoing(after, asked.correlation(), new byte[0]);
    };
  }

  private Outgoing written(Asked asked, Answer answer, Duration after) {
    return new Outgoing(
        after, asked.correlation(), behaviour.write(asked, answer, behaviour.layout()));
  }

  private static String strangeNumber(Asked asked) {
    return "NOBODY-" + asked.number().substring(0, Math.min(8, asked.number().length()));
  }

  private static byte[] garbage() {
    return "<<< 壊れた回答 >>>".getBytes(UTF_8);
  }

  private static byte[] inShiftJis(byte[] xml) {
    String text = new String(xml, UTF_8).replaceFirst("<\\?xml.*?\\?>", "");
    String declared = "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><!-- 回答 -->" + text;
    return declared.getBytes(Charset.forName("Shift_JIS"));
  }
}
