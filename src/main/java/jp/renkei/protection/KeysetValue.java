package jp.renkei.protection;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import jp.renkei.problem.StartRefused;

/** A keyset that stands in the environment itself; it changes with a restart only. */
final class KeysetValue implements SecretSource {

  private final String text;

  KeysetValue(String text) {
    this.text = text;
  }

  @Override
  public JsonNode read() {
    return parsed(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Duration every() {
    return Duration.ofDays(1);
  }

  @Override
  public StartRefused refuse(String why, String remedy) {
    return new StartRefused(
        "環境変数 RENKEI_KEYSET_VALUE の鍵セットを使えません。The keyset in RENKEI_KEYSET_VALUE " + why,
        remedy + "; the value is the JSON itself (値は鍵セットの JSON そのものです)");
  }
}
