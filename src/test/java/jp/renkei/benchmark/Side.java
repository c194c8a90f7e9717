package jp.renkei.benchmark;

import java.time.Duration;
import java.util.Map;

/** One side of a comparison: something that answers questions. */
interface Side extends AutoCloseable {

  /** What the report calls it. */
  String name();

  /** The way of one of the callers, from 0, who asks from a thread of its own. */
  Callers.Ask caller(int which);

  /** The processor time that each of its processes has taken, by what it is. */
  Map<String, Duration> processorTime();

  @Override
  void close();
}
