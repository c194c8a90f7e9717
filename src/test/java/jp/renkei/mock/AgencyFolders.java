package jp.renkei.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.renkei.mock.account.ReceivingAccount;
import jp.renkei.mock.employment.EmploymentInsurance;
import jp.renkei.mock.network.NetworkAgency;
import jp.renkei.mock.registry.RegistryIdentity;

/** Makes an agency of every folder of {@code mock-endpoints/}. */
final class AgencyFolders {

  private static final Map<String, Function<JsonNode, Behaviour>> KINDS =
      Map.of(
          "city-system", NetworkAgency::ofCity,
          "employment-insurance", EmploymentInsurance::new,
          "information-network", NetworkAgency::ofNetwork,
          "receiving-account", ReceivingAccount::new,
          "registry-identity", RegistryIdentity::new);

  private final ObjectMapper yaml =
      YAMLMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();
  private final EndpointFiles files;
  private final Path data;
  private final String brokerUrl;
  private final DemoSecrets secrets;
  private final Supplier<URI> hub;
  private final AgencyProfile.Answers answers;
  private final Clock clock;

  /**
   * @param files the folders
   * @param data the data folder that the hub uses too
   * @param hub where the hub listens
   * @param answers how agencies reached over https answer, or null for their own way
   */
  AgencyFolders(
      EndpointFiles files,
      Path data,
      String brokerUrl,
      DemoSecrets secrets,
      Supplier<URI> hub,
      AgencyProfile.Answers answers,
      Clock clock) {
    this.files = files;
    this.data = data;
    this.brokerUrl = brokerUrl;
    this.secrets = secrets;
    this.hub = hub;
    this.answers = answers;
    this.clock = clock;
  }

  List<MockAgency> agencies() {
    return files.agencies().stream().map(this::agency).toList();
  }

  private MockAgency agency(String folder) {
    try {
      AgencyProfile profile = yaml.readValue(files.agency(folder), AgencyProfile.class);
      JsonNode residents = yaml.readTree(files.residents(folder));
      Behaviour behaviour = kind(profile).apply(residents);
      Path partner = data.resolve("demo").resolve("partners").resolve(profile.id());
      Received received = new Received(partner.resolve("received.log"));
      Desk desk = new Desk(profile.id(), behaviour, profile.receipts(), received);
      Line line =
          switch (profile.transport()) {
            case JMS -> new JmsLine(profile, desk, secrets, brokerUrl);
            case HTTPS ->
                new HttpsLine(
                    answers == null ? profile : profile.answering(answers),
                    desk,
                    secrets,
                    partner,
                    hub,
                    clock);
          };
      Line lines =
          profile.files()
              ? new BothLines(line, new FileLine(profile.id(), desk, secrets, partner))
              : line;
      return new MockAgency(profile.id(), received, desk, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Function<JsonNode, Behaviour> kind(AgencyProfile profile) {
    Function<JsonNode, Behaviour> kind = KINDS.get(profile.kind());
    if (kind == null) {
      throw new IllegalStateException(
          "The mock agency " + profile.id() + " has a kind that is none of " + KINDS.keySet());
    }
    return kind;
  }
}
