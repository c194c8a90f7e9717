package jp.renkei.mock;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import jp.renkei.message.EnvironmentMark;
import jp.renkei.problem.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The mock agencies and their door, to be imported into a hub's context or one of their own. No
 * {@code @Configuration}, so that no component scan takes it without being asked.
 */
public class MockAgenciesConfiguration {

  @Bean
  MockAgencies mockAgencies(
      @Value("${renkei.overlay:}") String overlay,
      @Value("${renkei.data:data}") Path data,
      @Value("${renkei.broker.port:61616}") int brokerPort,
      @Value("${renkei.broker.url:}") String brokerUrl,
      @Value("${renkei.mock.answers:#{null}}") AgencyProfile.Answers answers,
      @Value("${renkei.environment}") String mark,
      Environment environment) {
    refuseProduction(mark);
    // a line for each connection of the hub's, every few seconds
    LoggingSystem.get(getClass().getClassLoader()).setLogLevel("org.apache.sshd", LogLevel.WARN);
    String url = brokerUrl.isEmpty() ? "tcp://127.0.0.1:" + brokerPort : brokerUrl;
    return new MockAgencies(
        new AgencyFolders(
                new EndpointFiles(overlay),
                data,
                url,
                new DemoSecrets(data),
                () -> hub(environment),
                answers,
                Clock.systemUTC())
            .agencies());
  }

  /** What they would answer is made up. */
  private static void refuseProduction(String mark) {
    if (EnvironmentMark.PRODUCTION.equals(mark)) {
      throw new StartRefused(
          "Mock agencies do not start in production",
          "Set RENKEI_ENVIRONMENT to demo or test, or start the hub without them");
    }
  }

  /** The hub of this process, unless another is named. */
  private static URI hub(Environment environment) {
    String port = environment.getProperty("local.server.port");
    return URI.create(environment.getProperty("renkei.mock.hub", "http://127.0.0.1:" + port));
  }

  @Bean
  RouterFunction<ServerResponse> mockDoor(MockAgencies agencies) {
    return new MockDoor(agencies).routes();
  }
}
