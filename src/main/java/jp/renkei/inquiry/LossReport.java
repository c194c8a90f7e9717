package jp.renkei.inquiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.renkei.ledger.Part;
import jp.renkei.ledger.Substituted;
import jp.renkei.message.characters.Substitution;
import jp.renkei.protection.ContentCipher;

/**
 * What is told of characters that were substituted: to the caller each of them, in what is kept
 * encrypted; to the timeline only the fields and how many.
 */
final class LossReport {

  private LossReport() {}

  /** What the ledger takes, or null where nothing was lost. */
  static Substituted of(
      String inquiryId, List<Substitution> lost, ObjectMapper json, ContentCipher contents)
      throws JsonProcessingException {
    if (lost.isEmpty()) {
      return null;
    }
    Map<String, Integer> places = new LinkedHashMap<>();
    lost.forEach(one -> places.merge(one.pointer(), one.times(), Integer::sum));
    return new Substituted(
        places.values().stream().mapToInt(Integer::intValue).sum(),
        places.entrySet().stream()
            .map(place -> place.getKey() + " " + place.getValue())
            .collect(Collectors.joining(", ")),
        contents.seal(json.writeValueAsBytes(lost), Part.LOSS.boundTo(inquiryId)));
  }
}
