package jp.renkei.message.characters;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import jp.renkei.flow.CharacterSet;

/**
 * A payload in an agency's characters.
 *
 * @param payload the very same where nothing had to be changed
 * @param substitutions what is lost by it, in the order it came; a sign that only has another code
 *     in the set is not lost
 */
public record FittedPayload(JsonNode payload, List<Substitution> substitutions) {

  /**
   * Fits every text of a payload to a set.
   *
   * @param payload one that its schema takes
   */
  public static FittedPayload of(JsonNode payload, CharacterSet set) {
    if (set == CharacterSet.UNICODE) {
      return new FittedPayload(payload, List.of());
    }
    FitTexts fitting = new FitTexts(set);
    JsonNode fitted = fitting.fit(payload, "/payload");
    return new FittedPayload(fitted.equals(payload) ? payload : fitted, fitting.substitutions());
  }
}
