package jp.renkei.inquiry.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row that does not end must not be held in memory. */
class CsvInquiriesTest {

  private static final BulkLimits LIMITS = BulkLimits.of(65_536);
  private static final long MEGABYTE = 1 << 20;

  @ParameterizedTest
  @ValueSource(strings = {",", "a", "\"\","})
  void headingsThatDoNotEndAreRefusedSoon(String again) {
    Endless endless = new Endless(again);

    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> new CsvInquiries(endless, LIMITS, null));

    assertThat(refused.problem()).isIn(Problem.TOO_LARGE, Problem.MALFORMED);
    assertThat(endless.read).isLessThan(MEGABYTE);
  }

  @Test
  void aRowThatDoesNotEndIsRefusedSoon() throws Exception {
    Endless endless = new Endless(",");
    InputStream headings = new ByteArrayInputStream("flow,key\n".getBytes(StandardCharsets.UTF_8));
    CsvInquiries rows = new CsvInquiries(new SequenceInputStream(headings, endless), LIMITS, null);

    ProblemException refused = catchThrowableOfType(ProblemException.class, rows::next);

    assertThat(refused.problem()).isEqualTo(Problem.TOO_LARGE);
    assertThat(endless.read).isLessThan(MEGABYTE);
  }

  private static final class Endless extends InputStream {

    private final byte[] again;
    private long read;

    Endless(String again) {
      this.again = again.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
      return again[(int) (read++ % again.length)];
    }
  }
}
