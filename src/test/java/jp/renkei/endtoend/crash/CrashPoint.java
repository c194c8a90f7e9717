package jp.renkei.endtoend.crash;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a process ends: written {@code jp.renkei.ledger.LedgerWriter#commit:exit:3}.
 *
 * @param type the class that declares the method
 * @param method every method of that name
 * @param moment before its first line, or after it returned normally
 * @param time which time, counted from one
 */
public record CrashPoint(String type, String method, Moment moment, int time) {

  /** When a method is passed. */
  public enum Moment {
    ENTER,
    EXIT
  }

  private static final Pattern FORM =
      Pattern.compile("([\\w.$]+)#([\\w$]+):(enter|exit):([1-9][0-9]{0,8})");

  public static CrashPoint enter(String type, String method, int time) {
    return new CrashPoint(type, method, Moment.ENTER, time);
  }

  public static CrashPoint exit(String type, String method, int time) {
    return new CrashPoint(type, method, Moment.EXIT, time);
  }

  static CrashPoint parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not class#method:enter|exit:time: " + text);
    }
    Moment moment = Moment.valueOf(parts.group(3).toUpperCase(Locale.ROOT));
    return new CrashPoint(parts.group(1), parts.group(2), moment, Integer.parseInt(parts.group(4)));
  }

  @Override
  public String toString() {
    return type + "#" + method + ":" + moment.name().toLowerCase(Locale.ROOT) + ":" + time;
  }
}
