package jp.renkei.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.crypto.tink.KeysetHandle;
import java.nio.charset.StandardCharsets;
import jp.renkei.protection.ContentCipher.KeyLost;
import org.junit.jupiter.api.Test;

class TinkContentCipherTest {

  private static final byte[] PLAIN = "離職年月日".getBytes(StandardCharsets.UTF_8);
  private static final String PLACE = "01JD8Z2M5K/payload";

  private final KeysetHandle keyset = Keyset.made().content();
  private final ContentCipher cipher = new TinkContentCipher(keyset);

  @Test
  void opensWhatItSealed() {
    byte[] sealed = cipher.seal(PLAIN, PLACE);

    assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("離職");
    assertThat(cipher.open(sealed, PLACE)).isEqualTo(PLAIN);
  }

  @Test
  void sealsTheSameContentDifferently() {
    assertThat(cipher.seal(PLAIN, PLACE)).isNotEqualTo(cipher.seal(PLAIN, PLACE));
  }

  @Test
  void refusesContentOfAnotherPlace() {
    byte[] sealed = cipher.seal(PLAIN, PLACE);

    assertThatExceptionOfType(KeyLost.class)
        .isThrownBy(() -> cipher.open(sealed, "01JD8Z2M5K/reply"))
        .withMessageContaining("01JD8Z2M5K/reply");
  }

  @Test
  void refusesChangedContent() {
    byte[] sealed = cipher.seal(PLAIN, PLACE);
    for (int changed = 0; changed < sealed.length; changed++) {
      byte[] other = sealed.clone();
      other[changed] ^= 1;
      assertThatExceptionOfType(KeyLost.class).isThrownBy(() -> cipher.open(other, PLACE));
    }
  }

  @Test
  void anOlderKeyOpensAndTheNewestSeals() throws Exception {
    KeysetHandle rotated = Rotation.of(keyset);
    ContentCipher both = new TinkContentCipher(rotated);
    ContentCipher newest = new TinkContentCipher(Rotation.withoutOldest(rotated));

    assertThat(both.open(cipher.seal(PLAIN, PLACE), PLACE)).isEqualTo(PLAIN);
    assertThat(newest.open(both.seal(PLAIN, PLACE), PLACE)).isEqualTo(PLAIN);
  }

  @Test
  void tellsThatAKeyIsLost() {
    byte[] sealed = new TinkContentCipher(Keyset.made().content()).seal(PLAIN, PLACE);

    assertThatExceptionOfType(KeyLost.class)
        .isThrownBy(() -> cipher.open(sealed, PLACE))
        .withMessageStartingWith("No key of the keyset opens the content");
  }
}
