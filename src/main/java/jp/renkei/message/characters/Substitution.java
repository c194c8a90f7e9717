package jp.renkei.message.characters;

/**
 * A character of a field that the agency's set has not, and what was sent for it. It tells no more
 * of the field's value.
 *
 * @param pointer the field, e.g. {@code /payload/name}
 * @param from the character, e.g. {@code U+9AD9}
 * @param to what was sent for it, e.g. {@code U+9AD8}; null where it fell out
 * @param times how often it stood in the field
 */
public record Substitution(String pointer, String from, String to, int times) {

  Substitution once(Substitution more) {
    return new Substitution(pointer, from, to, times + more.times);
  }
}
