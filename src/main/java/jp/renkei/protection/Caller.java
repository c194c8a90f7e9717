package jp.renkei.protection;

/** An upstream system, by the id that the catalogue's permitted list names, and its share. */
public record Caller(String id, Share share) {

  /** A caller with the usual share. */
  public Caller(String id) {
    this(id, Share.USUAL);
  }
}
