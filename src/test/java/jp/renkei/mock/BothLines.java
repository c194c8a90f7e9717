package jp.renkei.mock;

/** Two connections of one agency. */
record BothLines(Line one, Line other) implements Line {

  @Override
  public void open() {
    one.open();
    other.open();
  }

  @Override
  public void faultsChanged() {
    one.faultsChanged();
    other.faultsChanged();
  }

  @Override
  public void close() {
    one.close();
    other.close();
  }
}
