package jp.renkei.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.renkei.message.employment.EmploymentInsurance;
import org.junit.jupiter.api.Test;

class MessageKindsTest {

  @Test
  void findsAKindByItsId() {
    EmploymentInsurance kind = new EmploymentInsurance();
    MessageKinds kinds = new MessageKinds(List.of(kind));
    assertThat(kinds.byId("employment-insurance")).containsSame(kind);
    assertThat(kinds.byId("resident-record")).isEmpty();
    assertThat(kinds.all()).hasSize(1).first().isSameAs(kind);
  }

  @Test
  void refusesTwoKindsOfOneId() {
    assertThatThrownBy(
            () -> new MessageKinds(List.of(new EmploymentInsurance(), new EmploymentInsurance())))
        .hasMessageContaining("employment-insurance");
  }
}
