package jp.renkei.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import jp.renkei.protection.SearchKeys.KeyedHash;
import jp.renkei.protection.SearchKeys.Use;
import org.junit.jupiter.api.Test;

class TinkSearchKeysTest {

  private static final byte[] RESIDENT = "12345678".getBytes(StandardCharsets.UTF_8);

  private final KeysetHandle keyset = Keyset.made().search();
  private final SearchKeys keys = new TinkSearchKeys(keyset);

  @Test
  void theSameValueHasTheSameHash() {
    KeyedHash hash = keys.hash(Use.SUBJECT, RESIDENT);

    assertThat(hash).isEqualTo(new TinkSearchKeys(keyset).hash(Use.SUBJECT, RESIDENT));
    assertThat(hash.value()).hasSize(43).matches("[A-Za-z0-9_-]+");
    assertThat(hash.keyVersion()).isEqualTo(keyset.getPrimary().getId());
  }

  @Test
  void everyUseHasItsOwnHash() {
    assertThat(
            Arrays.stream(Use.values())
                .map(use -> keys.hash(use, RESIDENT).value())
                .collect(Collectors.toSet()))
        .hasSize(Use.values().length);
  }

  @Test
  void everyValueHasItsOwnHash() {
    assertThat(keys.hash(Use.SUBJECT, RESIDENT))
        .isNotEqualTo(keys.hash(Use.SUBJECT, "12345679".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void everyKeyHasItsOwnHash() {
    SearchKeys others = new TinkSearchKeys(Keyset.made().search());

    assertThat(keys.hash(Use.SUBJECT, RESIDENT).value())
        .isNotEqualTo(others.hash(Use.SUBJECT, RESIDENT).value());
  }

  @Test
  void theNewestKeyHashesAndTheOlderOnesStillFind() throws Exception {
    SearchKeys rotated = new TinkSearchKeys(Rotation.of(Rotation.of(keyset)));

    KeyedHash old = keys.hash(Use.SUBJECT, RESIDENT);
    assertThat(rotated.hash(Use.SUBJECT, RESIDENT)).isNotEqualTo(old);
    assertThat(rotated.everyHash(Use.SUBJECT, RESIDENT))
        .hasSize(3)
        .startsWith(rotated.hash(Use.SUBJECT, RESIDENT))
        .contains(old)
        .doesNotHaveDuplicates();
  }
}
