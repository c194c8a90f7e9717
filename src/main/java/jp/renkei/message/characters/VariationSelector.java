package jp.renkei.message.characters;

/** What asks for a shape of the character before it (異体字セレクタ), and has none itself. */
public final class VariationSelector {

  private VariationSelector() {}

  /** Whether a character is one. */
  public static boolean is(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }
}
