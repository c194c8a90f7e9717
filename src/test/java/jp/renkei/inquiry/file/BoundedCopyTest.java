package jp.renkei.inquiry.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundedCopyTest {

  @ParameterizedTest
  @CsvSource({"0, true", "199999, true", "200000, true", "200001, false", "900000, false"})
  void writesNoMoreThanTheMost(int there, boolean whole) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThat(BoundedCopy.copy(new ByteArrayInputStream(new byte[there]), out, 200_000))
        .isEqualTo(whole);

    assertThat(out.size()).isLessThanOrEqualTo(200_000);
    if (whole) {
      assertThat(out.size()).isEqualTo(there);
    }
  }
}
