package jp.renkei.ledger;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A number by which somebody looks for an inquiry, as it was read out or copied: its own, its
 * agency's receipt number, or that of its letter. It may be several inquiries': two agencies may
 * have given one receipt number.
 *
 * @param text in narrow characters, without space around it
 * @param document where it reads as a document number
 */
public record SoughtNumber(String text, Optional<DocumentNumber> document) {

  private static final DocumentNumber NONE = new DocumentNumber("", 0);

  /** Who has it, with one value after the other as {@link #values} has them. */
  static final String CONDITION =
      """
      i.id in (
        select id from inquiry where number = ?
        union all select inquiry_id from receipt where receipt_number = ?
        union all select inquiry_id from document where form = ? and form_serial = ?)""";

  /** Reads a number in any width; a receipt number keeps its case. */
  public static SoughtNumber of(String told) {
    return new SoughtNumber(
        Normalizer.normalize(told, Normalizer.Form.NFKC).strip(), DocumentNumber.sought(told));
  }

  List<Object> values() {
    DocumentNumber letter = document.orElse(NONE);
    return List.of(text.toUpperCase(Locale.ROOT), text, letter.form(), letter.serial());
  }
}
