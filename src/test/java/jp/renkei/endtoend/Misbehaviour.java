package jp.renkei.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jp.renkei.mock.Faults;

/** How every agency misbehaves at once: the same while it is away, so that fates stay the same. */
enum Misbehaviour {
  MIXED(false),
  AWAY(true);

  private static final String FAULTS =
      """
      {"down": %s, "delayMs": 50, "errorRate": 0.06, "dropRate": 0.02, "duplicateRate": 0.1,
       "lateRate": 0.1, "lateMs": 1500, "garbageRate": 0.02, "shuffle": 10}""";

  private final String json;

  Misbehaviour(boolean down) {
    this.json = FAULTS.formatted(down);
  }

  /** For the mock agencies' door. */
  String json() {
    return json;
  }

  Faults faults() {
    try {
      return new JsonMapper().readValue(json, Faults.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
