package jp.renkei.mock;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can be odd about a reply, so that each odd reply can be provoked. */
public enum Oddity {
  /** It repeats another resident number than was asked about. */
  @JsonProperty("other-person")
  OTHER_PERSON,
  /** It repeats another period than was asked about. */
  @JsonProperty("other-period")
  OTHER_PERIOD,
  /** It is marked with another environment than the question was. */
  @JsonProperty("other-environment")
  OTHER_ENVIRONMENT,
  /** Its layout version is not known. */
  @JsonProperty("unknown-layout")
  UNKNOWN_LAYOUT,
  /** Its inquiry number was never given out. */
  @JsonProperty("unknown-number")
  UNKNOWN_NUMBER,
  /** It is no message at all. */
  @JsonProperty("garbage")
  GARBAGE,
  /** It is Shift_JIS and says so. */
  @JsonProperty("wrong-charset")
  WRONG_CHARSET,
  /** A second, different reply follows. */
  @JsonProperty("second-different")
  SECOND_DIFFERENT,
  /** It says nothing but no: over https status 422, over jms an empty message. */
  @JsonProperty("refused")
  REFUSED
}
