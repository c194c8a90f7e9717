package jp.renkei.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnTest {

  @Test
  void japaneseTakesTwoColumns() {
    assertThat(Column.width("(2)9-10")).isEqualTo(7);
    assertThat(Column.width("厚生労働大臣")).isEqualTo(12);
    assertThat(Column.width("照会・回答(A)、「ア」")).isEqualTo(21);
    assertThat(Column.width("ｱｲｳ")).isEqualTo(3);
    assertThat(Column.width("𠮷野")).isEqualTo(4);
  }

  @Test
  void paddedTextsAreOfOneWidth() {
    assertThat(Column.width(Column.padded("収納", 9))).isEqualTo(9);
    assertThat(Column.padded("収納", 9)).isEqualTo("収納     ");
    assertThat(Column.padded("longer than that", 3)).isEqualTo("longer than that");
  }
}
