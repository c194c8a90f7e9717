package jp.renkei.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.CatalogueReader;
import jp.renkei.flow.CatalogueSource;
import jp.renkei.problem.StartRefused;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the catalogue from {@code routes/} on the class path. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

  /**
   * The catalogue.
   *
   * @param kindIds the ids of every message kind, a bean of that name
   */
  @Bean
  Catalogue catalogue(@Qualifier("messageKindIds") Set<String> kindIds) {
    return new CatalogueReader(kindIds).read(sources("routes/flows/"), sources("routes/agencies/"));
  }

  private static List<CatalogueSource> sources(String folder) {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "*.yaml");
      return Arrays.stream(files)
          .map(file -> source(folder, file))
          .sorted(Comparator.comparing(CatalogueSource::name))
          .toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static CatalogueSource source(String folder, Resource file) {
    String name = folder + file.getFilename();
    try {
      return new CatalogueSource(name, file.getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static StartRefused unreadable(String name, IOException cause) {
    return new StartRefused(
        name + " of the catalogue cannot be read", "Check the installation", cause);
  }
}
