package jp.renkei.message;

/** What a caller asks, typed by its message kind. */
public interface Question {

  /** The person asked about: the resident number (宛名番号), normalised without leading zeros. */
  String subject();
}
