package jp.renkei.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import org.junit.jupiter.api.Test;

/**
 * A path that does not work holds back all its agencies, so only what breaks together shares it.
 */
class ShippedPathsTest {

  @Test
  void whoIsAskedOverHttpsSharesAPathWithItsOwnHostOnly() {
    Catalogue catalogue = ShippedCatalogue.catalogue();

    assertThat(catalogue.agencies())
        .filteredOn(agency -> agency.https() != null)
        .isNotEmpty()
        .allSatisfy(
            agency ->
                assertThat(catalogue.agencies())
                    .filteredOn(other -> other.path().equals(agency.path()))
                    .extracting(ShippedPathsTest::host)
                    .containsOnly(host(agency)));
  }

  private static Optional<String> host(Agency agency) {
    return Optional.ofNullable(agency.https()).map(https -> https.url().getHost());
  }
}
