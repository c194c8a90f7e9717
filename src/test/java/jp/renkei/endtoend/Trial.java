package jp.renkei.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jp.renkei.mock.Faults;

/** One agency that misbehaves in one way, or in all at once, while another is as it should be. */
enum Trial {
  CALM("none", AskedAgency.MHLW, "{}", false),
  ERRORS("errorRate 0.25", AskedAgency.MHLW, "{'errorRate': 0.25}", false),
  DROPS("dropRate 0.1", AskedAgency.MHLW, "{'dropRate': 0.1}", true),
  DUPLICATES("duplicateRate 0.5", AskedAgency.MHLW, "{'duplicateRate': 0.5}", false),
  LATE("lateRate 0.3, lateMs 4000", AskedAgency.MHLW, "{'lateRate': 0.3, 'lateMs': 4000}", false),
  GARBAGE("garbageRate 0.1", AskedAgency.MHLW, "{'garbageRate': 0.1}", true),
  SHUFFLED("shuffle 50", AskedAgency.MHLW, "{'shuffle': 50}", false),
  SLOW("delayMs 1500", AskedAgency.MHLW, "{'delayMs': 1500}", false),
  DOWN("down, then up", AskedAgency.MHLW, "{'down': true}", false),
  MIXED("all of them", AskedAgency.MHLW, Trial.EVERYTHING, true),
  MIXED_HTTPS("all of them", AskedAgency.DIGITAL, Trial.EVERYTHING, true);

  private static final String EVERYTHING =
      """
      {'down': true, 'delayMs': 100, 'errorRate': 0.1, 'dropRate': 0.03, 'duplicateRate': 0.2,
       'lateRate': 0.1, 'lateMs': 1500, 'garbageRate': 0.03, 'shuffle': 10}""";

  private final String title;
  private final AskedAgency misbehaving;
  private final String json;
  private final Faults faults;
  private final boolean loses;

  Trial(String title, AskedAgency misbehaving, String faults, boolean loses) {
    this.title = title;
    this.misbehaving = misbehaving;
    this.json = faults.replace('\'', '"');
    this.faults = read(json);
    this.loses = loses;
  }

  private static Faults read(String json) {
    try {
      return new JsonMapper().readValue(json, Faults.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** What a table calls it. */
  String title() {
    return title;
  }

  AskedAgency misbehaving() {
    return misbehaving;
  }

  /** The agency that does nothing wrong. */
  AskedAgency other() {
    return misbehaving == AskedAgency.MHLW ? AskedAgency.DIGITAL : AskedAgency.MHLW;
  }

  /** What it does wrong. */
  Faults faults() {
    return faults;
  }

  /** The same for the mock agencies' door. */
  String json() {
    return json;
  }

  /** The same when it is up again. */
  String jsonWhenUp() {
    return json.replace("\"down\": true", "\"down\": false");
  }

  /** Whether some of what it is asked never gets an answer that can be read. */
  boolean loses() {
    return loses;
  }
}
