package jp.renkei.protection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Transport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationProvider;

/** Reads the secrets and puts what uses them together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProtectionSettings.class)
class ProtectionConfiguration {

  /** The keyset's own text is asked for here and nowhere else: what is a setting is shown. */
  @Bean
  SecretFiles secretFiles(ProtectionSettings settings, Environment environment) {
    return new SecretFiles(settings, environment.getProperty("RENKEI_KEYSET_VALUE", ""));
  }

  @Bean
  RotatingKeys rotatingKeys(SecretFiles files, Clock clock) {
    return new RotatingKeys(
        files.keyset(), new KeysetWitness(files.witness()), files.report(), clock);
  }

  @Bean
  ReadAnew<?> keysetReadAnew(RotatingKeys keys) {
    return keys.readAnew();
  }

  @Bean
  ReadAnew<Map<String, AgencyKeys>> agencyKeysReadAnew(
      SecretFiles files, Catalogue catalogue, Clock clock) {
    List<String> agencies =
        agencies(catalogue, agency -> agency.encryption() == Agency.Encryption.JWE);
    SecretFile file = files.agencyKeys();
    if (file.demo()) {
      AgencyKeys.addMissing(file, agencies);
    }
    return new ReadAnew<>("agency-keys", file, json -> AgencyKeys.of(file, json, agencies), clock);
  }

  @Bean
  MessageCipher messageCipher(ReadAnew<Map<String, AgencyKeys>> agencyKeysReadAnew) {
    return new JweMessageCipher(agencyKeysReadAnew::now);
  }

  @Bean
  AgencyConnections agencyConnections(
      SecretFiles files, Catalogue catalogue, ProtectionSettings settings) {
    List<Agency> agencies =
        catalogue.agencies().stream().filter(ProtectionConfiguration::isOverHttps).toList();
    return agencies.isEmpty()
        ? AgencyConnections.none()
        : AgencyConnections.of(files.agencyConnections(), agencies, settings.demoHttpsPort());
  }

  /** After those over https, whose ports in the demo come first. */
  @Bean
  @DependsOn("agencyConnections")
  BulkConnections bulkConnections(
      SecretFiles files, Catalogue catalogue, ProtectionSettings settings) {
    List<Agency> agencies =
        catalogue.agencies().stream().filter(agency -> agency.bulk() != null).toList();
    return agencies.isEmpty()
        ? BulkConnections.none()
        : BulkConnections.of(files.agencyConnections(), agencies, settings.demoHttpsPort());
  }

  @Bean
  Users users(SecretFiles files, Catalogue catalogue) {
    SecretFile file = files.users();
    return file.demo()
        ? DemoUsers.of(file, agencies(catalogue, ProtectionConfiguration::isOverHttps))
        : UsersFile.read(file);
  }

  /** An external broker knows its agencies and callers itself; the hub needs its own password. */
  @Bean
  BrokerUsers brokerUsers(
      SecretFiles files,
      Catalogue catalogue,
      Users users,
      @Value("${renkei.broker.url:}") String external) {
    SecretFile file = files.brokerUsers();
    List<String> needed = new ArrayList<>(List.of("hub"));
    users.callers().stream()
        .filter(caller -> file.demo() || external.isBlank() && caller.byQueue())
        .map(Caller::brokerUser)
        .forEach(needed::add);
    if (external.isBlank()) {
      agencies(catalogue, agency -> agency.transport() == Transport.JMS)
          .forEach(agency -> needed.add("agency-" + agency));
    }
    return BrokerUsers.of(file, needed);
  }

  @Bean
  AuthenticationProvider passwordCheck(Users users, Clock clock) {
    return new PasswordCheck(users, clock);
  }

  @Bean
  CertificateCheck certificateCheck(Users users) {
    return new CertificateCheck(users);
  }

  @Bean
  FailedLogins failedLogins(Clock clock) {
    return new FailedLogins(clock);
  }

  private static boolean isOverHttps(Agency agency) {
    return agency.transport() == Transport.HTTPS;
  }

  private static List<String> agencies(Catalogue catalogue, Predicate<Agency> which) {
    return catalogue.agencies().stream().filter(which).map(Agency::id).toList();
  }
}
