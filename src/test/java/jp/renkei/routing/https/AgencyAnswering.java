package jp.renkei.routing.https;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.CatalogueReader;
import jp.renkei.flow.CatalogueSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Gives a hub the shipped catalogue with one thing about the Digital Agency changed. */
final class AgencyAnswering implements BeanPostProcessor {

  static final String AT_ONCE = "answers: at-once";

  private static final Set<String> KINDS =
      Set.of("employment-insurance", "receiving-account", "insured-income");

  private final String instead;

  /**
   * @param instead what stands in the agency's file instead of {@link #AT_ONCE}
   */
  AgencyAnswering(String instead) {
    this.instead = instead;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof Catalogue
        ? new CatalogueReader(KINDS).read(sources("routes/flows/"), sources("routes/agencies/"))
        : bean;
  }

  private List<CatalogueSource> sources(String folder) {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "*.yaml");
      return Arrays.stream(files).map(file -> source(folder, file)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CatalogueSource source(String folder, Resource file) {
    try {
      String text = file.getContentAsString(StandardCharsets.UTF_8).replace(AT_ONCE, instead);
      return new CatalogueSource(folder + file.getFilename(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
