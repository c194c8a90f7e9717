package jp.renkei.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import jp.renkei.protection.ContentCipher.KeyLost;
import jp.renkei.protection.SearchKeys.KeyedHash;
import jp.renkei.protection.SearchKeys.Use;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingKeysTest {

  private static final byte[] WORD = "離職".getBytes(StandardCharsets.UTF_8);
  private static final String PLACE = "01JD8Z2M5K/REQUEST";

  @TempDir Path folder;
  private SecretFile file;
  private Keyset first;

  @BeforeEach
  void keyset() {
    file = new SecretFile(folder.resolve("outside/keyset.json"), "RENKEI_KEYSET", false);
    first = Keyset.made();
    file.write(first.json());
  }

  @Test
  void aNewPrimaryWritesAndTheOlderStillReadsAndFinds() throws Exception {
    RotatingKeys keys = started();
    byte[] old = keys.seal(WORD, PLACE);
    KeyedHash oldHash = keys.hash(Use.SUBJECT, WORD);

    file.write(new Keyset(Rotation.of(first.content()), Rotation.of(first.search())).json());
    keys.readAnew().turn();

    byte[] fresh = keys.seal(WORD, PLACE);
    assertThat(keys.isNewest(old)).isFalse();
    assertThat(keys.isNewest(fresh)).isTrue();
    assertThat(keys.open(old, PLACE)).isEqualTo(WORD);
    assertThat(keys.open(fresh, PLACE)).isEqualTo(WORD);
    assertThat(keys.hash(Use.SUBJECT, WORD)).isNotEqualTo(oldHash);
    assertThat(keys.everyHash(Use.SUBJECT, WORD)).hasSize(2).contains(oldHash);
    assertThat(keys.hasOlder()).isTrue();
  }

  @Test
  void theWitnessIsOfTheNewestKeyThatAKeysetWithoutTheOlderOpensItAtTheNextStart()
      throws Exception {
    RotatingKeys keys = started();
    Keyset both = new Keyset(Rotation.of(first.content()), first.search());

    file.write(both.json());
    keys.readAnew().turn();
    file.write(new Keyset(Rotation.withoutOldest(both.content()), first.search()).json());

    assertThat(started().hasOlder()).isFalse();
  }

  @Test
  void aKeysetThatDoesNotFitTheDataIsNotTaken() {
    RotatingKeys keys = started();
    byte[] sealed = keys.seal(WORD, PLACE);

    file.write(Keyset.made().json());
    keys.readAnew().turn();

    assertThat(keys.readAnew().isCurrent()).isFalse();
    assertThat(keys.open(sealed, PLACE)).isEqualTo(WORD);
    assertThatExceptionOfType(KeyLost.class).isThrownBy(this::started);
  }

  @Test
  void aBrokenOrMissingFileLeavesTheKeysInUse() throws IOException {
    RotatingKeys keys = started();
    byte[] sealed = keys.seal(WORD, PLACE);

    Files.writeString(file.path(), "{\"content\": ");
    keys.readAnew().turn();
    assertThat(keys.readAnew().isCurrent()).isFalse();
    Files.delete(file.path());
    keys.readAnew().turn();

    assertThat(keys.open(sealed, PLACE)).isEqualTo(WORD);
    file.write(first.json());
    keys.readAnew().turn();
    assertThat(keys.readAnew().isCurrent()).isTrue();
  }

  @Test
  void itTellsWhichKeysAreInUseAndNoKey() throws Exception {
    RotatingKeys keys = started();
    assertThat(report().olderUnused()).isTrue();
    assertThat(report().content()).isEqualTo(KeyIds.of(first.content()));

    file.write(new Keyset(Rotation.of(first.content()), first.search()).json());
    keys.readAnew().turn();

    assertThat(report().olderUnused()).isFalse();
    assertThat(report().content().older())
        .containsExactlyElementsOf(KeyIds.of(first.content()).all());
    keys.noteOlderUnused(keys.since().minusSeconds(1));
    assertThat(report().olderUnused()).isFalse();
    keys.noteOlderUnused(keys.since());
    assertThat(report().olderUnused()).isTrue();
    assertThat(Files.readString(folder.resolve(KeysetReport.NAME)))
        .doesNotContain(first.json().findValue("value").textValue());
  }

  private RotatingKeys started() {
    return new RotatingKeys(
        file,
        new KeysetWitness(new SecretFile(folder.resolve("keyset-witness.json"), "", false)),
        new SecretFile(folder.resolve(KeysetReport.NAME), "", false),
        Clock.systemUTC());
  }

  private KeysetReport report() {
    return KeysetReport.of(new SecretFile(folder.resolve(KeysetReport.NAME), "", false));
  }
}
