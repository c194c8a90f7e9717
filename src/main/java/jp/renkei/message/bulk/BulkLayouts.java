package jp.renkei.message.bulk;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The bulk forms of those message kinds that have one. */
public final class BulkLayouts {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

  private final Map<String, BulkLayout> byKind = new HashMap<>();
  private final Map<String, BulkLayout> byInformation = new HashMap<>();

  private BulkLayouts() {}

  /**
   * Reads the layouts of kinds; a kind without one is left out.
   *
   * @throws IllegalStateException where a layout contradicts itself or another one
   */
  public static BulkLayouts of(Collection<String> kinds) {
    BulkLayouts layouts = new BulkLayouts();
    for (String kind : kinds) {
      try (InputStream file =
          BulkLayouts.class.getResourceAsStream("/schemas/layouts/" + kind + ".bulk.yaml")) {
        if (file != null) {
          layouts.add(read(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return layouts;
  }

  private static BulkLayout read(InputStream file) {
    Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
    return JSON.convertValue(document, BulkLayout.class);
  }

  private void add(BulkLayout layout) {
    int free = ReplyColumn.SHARED + 1;
    for (BulkLayout.Item item :
        layout.items().stream().sorted(Comparator.comparingInt(BulkLayout.Item::column)).toList()) {
      if (item.column() < free || item.last() > layout.columns()) {
        throw new IllegalStateException(
            layout.kind() + ".bulk.yaml: " + item.element() + " has columns that are not free");
      }
      free = item.last() + 1;
    }
    byKind.put(layout.kind(), layout);
    if (byInformation.put(layout.information(), layout) != null) {
      throw new IllegalStateException(
          layout.kind() + ".bulk.yaml: another kind has the code " + layout.information());
    }
  }

  /** A kind's layout, where it has one. */
  public Optional<BulkLayout> byKind(String kind) {
    return Optional.ofNullable(byKind.get(kind));
  }

  /** The layout of a 特定個人情報名コード. */
  public Optional<BulkLayout> byInformation(String code) {
    return Optional.ofNullable(byInformation.get(code));
  }
}
