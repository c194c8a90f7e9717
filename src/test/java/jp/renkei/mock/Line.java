package jp.renkei.mock;

/** An agency's connection to the world. */
interface Line extends AutoCloseable {

  /** Begins to connect, patiently: what it needs may come later. */
  void open();

  /** Takes notice of a fault that changed, e.g. {@code down}. */
  void faultsChanged();

  @Override
  void close();
}
