package jp.renkei.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.CatalogueReader;
import jp.renkei.flow.CatalogueSource;
import jp.renkei.message.MessageKinds;
import jp.renkei.operations.ShippedCatalogue;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Gives a hub the shipped catalogue with something about its text changed. */
public class ChangedCatalogue implements BeanPostProcessor {

  private static final MessageKinds KINDS = ShippedCatalogue.kinds();

  private final UnaryOperator<String> change;

  /**
   * @param change gives the text of a file as it is to be read
   */
  public ChangedCatalogue(UnaryOperator<String> change) {
    this.change = change;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof Catalogue
        ? new CatalogueReader(KINDS.items())
            .read(sources("routes/flows/"), sources("routes/agencies/"), sources("routes/codes/"))
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
      String text = change.apply(file.getContentAsString(StandardCharsets.UTF_8));
      return new CatalogueSource(folder + file.getFilename(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
