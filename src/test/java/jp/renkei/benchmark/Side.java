package jp.renkei.benchmark;

/** One side of a comparison: something that answers questions. */
interface Side extends AutoCloseable {

  /** What the report calls it. */
  String name();

  /** The way of one of the callers, from 0, who asks from a thread of its own. */
  Callers.Ask caller(int which);

  @Override
  void close();
}
