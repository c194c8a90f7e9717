package jp.renkei.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.renkei.endtoend.FreePorts;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.util.FileSystemUtils;

/** Gives a hub a folder and ports of its own, and takes the folder away with the hub. */
public final class FreshFolder
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      List<Integer> ports = FreePorts.of(2);
      Path data = Files.createTempDirectory("renkei-hub");
      TestPropertyValues.of(
              "renkei.data=" + data,
              "renkei.broker.port=" + ports.get(0),
              "renkei.demo-https-port=" + ports.get(1),
              // else it stays behind among the machine's temporary files
              "server.tomcat.basedir=" + data.resolve("tomcat"))
          .applyTo(context);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(data)));
      context.addApplicationListener(
          event -> {
            if (event instanceof ContextClosedEvent) {
              delete(data);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path data) {
    FileSystemUtils.deleteRecursively(data.toFile());
  }
}
