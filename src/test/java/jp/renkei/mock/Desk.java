package jp.renkei.mock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.renkei.message.ReplyClass;
import jp.renkei.mock.Behaviour.NotUnderstood;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what one agency does with what arrives, by whatever line. Safe for many threads. */
final class Desk {

  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z-]{1,64}");

  private final String agency;
  private final Behaviour behaviour;
  private final Pen pen;
  private final Receipts receipts;
  private final Received received;
  private volatile Faults faults = Faults.NONE;
  private volatile Scripts scripts = Scripts.NONE;

  Desk(String agency, Behaviour behaviour, Received received) {
    this(agency, behaviour, Receipts.NONE, received);
  }

  /**
   * @param receipts whether it gives receipt numbers, where no script says otherwise
   */
  Desk(String agency, Behaviour behaviour, Receipts receipts, Received received) {
    this.agency = agency;
    this.receipts = receipts;
    this.behaviour = behaviour;
    this.pen = new Pen(behaviour);
    this.received = received;
  }

  Behaviour behaviour() {
    return behaviour;
  }

  Faults faults() {
    return faults;
  }

  void misbehave(Faults now) {
    faults = now;
  }

  Scripts scripts() {
    return scripts;
  }

  void play(Scripts now) {
    scripts = now;
  }

  /**
   * Notes an inquiry for good, then says what goes out for it.
   *
   * @param number the correlation it came with
   * @param content in clear
   * @return nothing, where the agency never answers; where it gives a receipt, that comes first
   */
  List<Outgoing> answer(String number, byte[] content) {
    if (number == null || !NUMBER.matcher(number).matches()) {
      LOG.warn("{} ignores a message without a usable inquiry number", agency);
      return List.of();
    }
    int times = received.note(number, content);
    try {
      return answer(number, behaviour.read(content), times);
    } catch (NotUnderstood e) {
      LOG.warn("{} ignores the message of {}: {}", agency, number, e.getMessage());
      return List.of();
    }
  }

  private List<Outgoing> answer(String number, Asked asked, int times) {
    Fate fate = Fate.of(faults, number, times);
    Optional<Script> script = scripts.forSubject(asked.subject(), times);
    Receipts how = script.map(Script::receipts).orElse(receipts);
    List<Outgoing> replies = new ArrayList<>();
    if (how != Receipts.NONE) {
      replies.add(Outgoing.receipt(number));
    }
    if (fate.dropped()) {
      return replies;
    }
    Answer answer = tell(number, asked, fate, script);
    Oddity oddity = script.map(Script::as).orElse(null);
    Asked known = asked.numbered(number);
    if (how == Receipts.ONLY) {
      known = known.knownByItsReceipt();
    }
    replies.add(pen.write(known, answer, fate.after(), fate.garbage() ? Oddity.GARBAGE : oddity));
    if (oddity == Oddity.SECOND_DIFFERENT) {
      replies.add(pen.write(known, answer.different(), fate.after(), null));
    }
    return fate.duplicated()
        ? replies.stream().flatMap(x -> Collections.nCopies(2, x).stream()).toList()
        : replies;
  }

  private Answer tell(String number, Asked asked, Fate fate, Optional<Script> script) {
    if (!number.equals(asked.number()) || "production".equals(asked.environment())) {
      return Answer.without(ReplyClass.REJECTED);
    }
    if (fate.failure() != null) {
      return Answer.without(fate.failure());
    }
    return script
        .filter(x -> x.outcome() != null)
        .map(
            x ->
                x.reply() == null
                    ? Answer.without(x.outcome())
                    : new Answer(x.outcome(), x.reply()))
        .orElseGet(() -> behaviour.residentsSay(asked));
  }
}
