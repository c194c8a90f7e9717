package jp.renkei.message.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import jp.renkei.operations.ShippedCatalogue;
import org.junit.jupiter.api.Test;

class OwnPrefectureTest {

  /** The kinds are there before the catalogue is read, so the prefecture stands in both. */
  @Test
  void isThatOfTheOwnCity() {
    assertThat(ShippedCatalogue.catalogue().providers().municipalities().own())
        .startsWith(Basis.OWN_PREFECTURE);
  }
}
