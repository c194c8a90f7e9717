package jp.renkei.record;

/** Says that a file cannot be read as such, whatever its records are. Its text holds no value. */
public final class FileRefused extends Exception {

  private static final long serialVersionUID = 1L;

  public FileRefused(String detail) {
    super(detail);
  }
}
