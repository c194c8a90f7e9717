package jp.renkei.operations;

import java.util.stream.Collectors;
import jp.renkei.flow.Catalogue;
import jp.renkei.message.MessageKinds;
import org.apache.camel.spring.boot.CamelConfigurationProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the catalogue and names the patterns, from the jar and from the folders outside. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

  private static final Logger log = LoggerFactory.getLogger(CatalogueConfiguration.class);

  @Bean
  Overlay overlay(@Value("${renkei.overlay:}") String setting) {
    return Overlay.of(setting);
  }

  @Bean
  Catalogue catalogue(Overlay overlay, MessageKinds kinds) {
    ReadCatalogue reading = new ReadCatalogue(overlay, kinds.items());
    Catalogue catalogue = reading.read();
    reading.outside().forEach(file -> log.info("From outside, not as built: {}", file));
    return catalogue;
  }

  /** Camel reads its files after all beans are made; the built ones stand in its settings. */
  @Bean
  SmartInitializingSingleton patternsFromOutside(
      Overlay overlay, ObjectProvider<CamelConfigurationProperties> camel) {
    return () ->
        camel.ifAvailable(
            settings ->
                settings
                    .getMain()
                    .setRoutesIncludePattern(
                        overlay.patterns().stream()
                            .map(DataFile::uri)
                            .collect(Collectors.joining(","))));
  }
}
