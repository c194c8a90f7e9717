package jp.renkei.message;

import java.util.regex.Pattern;

/**
 * Whether a name that came from outside may be told back. Nothing keeps a sender from putting a
 * person's name or number where a field's name belongs.
 */
final class PlainName {

  private static final Pattern FORM = Pattern.compile("[A-Za-z]{1,40}");

  private PlainName() {}

  static boolean is(String name) {
    return FORM.matcher(name).matches();
  }
}
