package jp.renkei.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each door opens to those whom the contract names, and to nobody else. */
@HubTest
class ContractRightsIT {

  private static final List<Integer> REFUSED = List.of(401, 403);

  private final Contract contract = new Contract();

  @Autowired private HubClient hub;

  @ParameterizedTest
  @ValueSource(strings = {"caller", "operator", "releaser", "auditor", "admin", "agency"})
  void theRolesAreTheHubs(String user) {
    assertThat(contract.operations())
        .allSatisfy(
            operation -> {
              int status = status(user, operation);
              if (!operation.needsCredentials() || operation.roles().contains(user)) {
                assertThat(status).isNotIn(REFUSED);
              } else {
                assertThat(status).isEqualTo(403);
              }
            });
  }

  @Test
  void credentialsAreNeededWhereTheContractSaysSo() {
    assertThat(contract.operations())
        .allSatisfy(
            operation ->
                assertThat(status(null, operation) == 401).isEqualTo(operation.needsCredentials()));
  }

  private int status(String user, Operation operation) {
    HttpRequest.Builder request = hub.request(user, operation.examplePath());
    String method = operation.method().toUpperCase(Locale.ROOT);
    request.method(
        method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
    return hub.send(request).statusCode();
  }
}
