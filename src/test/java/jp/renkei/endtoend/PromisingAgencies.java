package jp.renkei.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jp.renkei.operations.OverlayFolder;

/**
 * The quick catalogue with two agencies that promise their answers over https: the Digital Agency
 * calls back, and a branch that is files only wants to be asked.
 */
final class PromisingAgencies {

  static final String CALLS_BACK = "digital-agency";
  static final String IS_ASKED = "account-branch";
  static final String FLOW_OF_THE_BRANCH = "online.branch-account";

  private static final String AGENCY =
      """
      id: account-branch
      title: {ja: 口座登録分室, en: Branch for accounts}
      path: account-branch
      transport: https
      inFlight: 8
      https:
        url: https://branch.example/inquiries
        authentication: client_secret_jwt
        tokenEndpoint: https://branch.example/token
        clientId: renkei
        scope: receiving-account
        mutualTls: no
        answers: polling
        pollInterval: PT0.5S
        connectTimeout: PT5S
        responseTimeout: PT2S
        responses: 65536
      """;

  private static final String FLOW =
      """
      area:
        id: online
        title: {ja: オンライン, en: Online}
      flows:
        - id: online.branch-account
          place: (5)1
          title: {ja: 分室への口座の照会, en: Accounts asked of the branch}
          pattern: inquiry
          agency: account-branch
          kind: receiving-account
          deadline: P1D
          retention: P30D
          specificPersonalInformation: yes
          individualNumber: no
          purpose: {ja: 還付先の確認, en: Finding where a refund is paid}
          legalBasis: {law: 番号法19条8号}
          permitted: [{caller: nhi, items: [residentNumber, nameKana, wish, nonDisclosable, result, registered]}]
          validFrom: 2024-05-27
          example: {residentNumber: "0012345678", nameKana: "ヤマダ タロウ", wish: true, nonDisclosable: false}
      """;

  private static final String ENDPOINT =
      "id: %s\n"
          + "transport: https\n"
          + "kind: receiving-account\n"
          + "answers: %s\n"
          + "clientId: renkei\n"
          + "scope: receiving-account\n";

  private PromisingAgencies() {}

  /**
   * The settings of the hub and of the mock agencies.
   *
   * @param outside an empty folder
   * @param data the hub's data folder, before its first start
   * @param port where the branch listens
   */
  static Map<String, String> in(Path outside, Path data, int port) throws IOException {
    Map<String, String> settings = QuickCatalogue.in(outside);
    new OverlayFolder(outside)
        .withChanged(
            "routes/agencies/digital-agency.yaml",
            "answers: at-once\n  connectTimeout: PT5S\n  responseTimeout: PT20S\n",
            "answers: callback\n  connectTimeout: PT5S\n  responseTimeout: PT2S\n")
        .with("routes/agencies/account-branch.yaml", AGENCY)
        .with("routes/flows/online.yaml", FLOW)
        .with(endpoint(CALLS_BACK, "agency.yaml"), ENDPOINT.formatted(CALLS_BACK, "callback"))
        .with(endpoint(IS_ASKED, "agency.yaml"), ENDPOINT.formatted(IS_ASKED, "polling"))
        .with(
            endpoint(IS_ASKED, "residents.yaml"),
            Files.readString(Path.of(endpoint(CALLS_BACK, "residents.yaml"))));
    Path connections = data.resolve("demo/agency-connections.json");
    Files.createDirectories(connections.getParent());
    Files.writeString(
        connections,
        """
        {"account-branch": {"url": "https://localhost:%1$d/account-branch/inquiries",
          "tokenEndpoint": "https://localhost:%1$d/account-branch/token",
          "clientSecret": "a secret of this test, long enough to sign with",
          "trustStore": "partners/account-branch/certificate.pem"}}
        """
            .formatted(port));
    return settings;
  }

  private static String endpoint(String agency, String name) {
    return "mock-endpoints/" + agency + "/" + name;
  }
}
