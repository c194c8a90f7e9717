package jp.renkei.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.renkei.flow.Items;
import jp.renkei.message.account.ReceivingAccount;
import jp.renkei.message.registry.RegistryIdentity;
import jp.renkei.operations.ShippedCatalogue;
import org.junit.jupiter.api.Test;

class KindItemsTest {

  @Test
  void takesThemFromThePayloadsAndTheAnswersSchema() {
    Items items =
        new MessageKinds(List.of(new ReceivingAccount())).items().get("receiving-account");

    assertThat(items.asked())
        .containsExactlyInAnyOrder("residentNumber", "nameKana", "wish", "nonDisclosable");
    assertThat(items.needed()).isEqualTo(items.asked());
    assertThat(items.told())
        .contains("residentNumber", "account", "holderMatches")
        .doesNotContain("wish", "bankCode");
    assertThat(items.individualNumbers()).isEmpty();
  }

  @Test
  void knowsThoseThatHoldAnIndividualNumberByTheirFormat() {
    Items items =
        new MessageKinds(List.of(new RegistryIdentity())).items().get("registry-identity");

    assertThat(items.individualNumbers())
        .containsExactlyInAnyOrder("individualNumber", "currentIndividualNumber");
    assertThat(items.protections()).isEmpty();
  }

  @Test
  void knowsThoseThatSayWhoIsProtected() {
    assertThat(ShippedCatalogue.kinds().items().get("city-resident").protections())
        .containsExactly("protection");
  }
}
