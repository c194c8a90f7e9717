package jp.renkei.inquiry.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The names and times of a turn's files. */
class FileNamesTest {

  private final FileNames names = new FileNames(Instant.parse("2026-11-29T14:59:59.998Z"));

  @Test
  void filesOfOneTurnAreNumberedInJapansTime() {
    assertThat(names.next()).isEqualTo("P640R110_20261129235959_0001.DAT");
    assertThat(names.next()).isEqualTo("P640R110_20261129235959_0002.DAT");
  }

  @Test
  void noTwoLinesHaveOneNameAndOneTime() {
    assertThat(names.requested("1/tax")).isEqualTo("20261129235959998");
    assertThat(names.requested("2/tax")).isEqualTo("20261129235959998");
    assertThat(names.requested("1/tax")).isEqualTo("20261129235959999");
    assertThat(names.requested("1/tax")).isEqualTo("20261130000000000");
  }
}
