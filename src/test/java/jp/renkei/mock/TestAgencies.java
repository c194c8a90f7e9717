package jp.renkei.mock;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.renkei.mock.employment.EmploymentInsurance;

/** Agencies without a line, for tests. */
final class TestAgencies {

  private TestAgencies() {}

  static Behaviour ministry() {
    try (InputStream residents =
        TestAgencies.class.getResourceAsStream("/mock-endpoints/mhlw/residents.yaml")) {
      return new EmploymentInsurance(new YAMLMapper().readTree(residents));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
