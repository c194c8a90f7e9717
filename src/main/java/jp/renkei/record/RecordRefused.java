package jp.renkei.record;

/** Says that one record of a file cannot be read as such. Its text holds no value. */
public final class RecordRefused extends Exception {

  private static final long serialVersionUID = 1L;

  public RecordRefused(String detail) {
    super(detail);
  }
}
