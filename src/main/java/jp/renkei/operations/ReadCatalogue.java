package jp.renkei.operations;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.CatalogueReader;
import jp.renkei.flow.CatalogueSource;
import jp.renkei.flow.Items;
import jp.renkei.problem.StartRefused;

/** Reads the catalogue from its files, built in and outside. */
final class ReadCatalogue {

  private static final String FLOWS = "routes/flows/";
  private static final String AGENCIES = "routes/agencies/";
  private static final String CODES = "routes/codes/";
  private static final String YAML = ".yaml";

  private final Overlay overlay;
  private final Map<String, Items> kinds;

  /**
   * @param kinds the items of every message kind, by their ids
   */
  ReadCatalogue(Overlay overlay, Map<String, Items> kinds) {
    this.overlay = overlay;
    this.kinds = kinds;
  }

  /**
   * @throws jp.renkei.flow.CatalogueFaults with every fault of every file
   * @throws StartRefused where a file cannot be read or a schema outside is another
   */
  Catalogue read() {
    overlay.refuseOtherSchemas();
    return new CatalogueReader(kinds).read(sources(FLOWS), sources(AGENCIES), sources(CODES));
  }

  /** Every file of the hub that lies outside, as it is told. */
  List<String> outside() {
    return Stream.concat(
            Stream.of(FLOWS, AGENCIES, CODES)
                .flatMap(folder -> overlay.files(folder, YAML).stream()),
            overlay.patterns().stream())
        .filter(DataFile::outside)
        .map(DataFile::toldName)
        .toList();
  }

  private List<CatalogueSource> sources(String folder) {
    return overlay.files(folder, YAML).stream().map(ReadCatalogue::source).toList();
  }

  private static CatalogueSource source(DataFile file) {
    try {
      return new CatalogueSource(file.toldName(), file.text());
    } catch (IOException e) {
      throw new StartRefused(
          file.toldName() + " of the catalogue cannot be read",
          "Make it readable for the hub, or correct the installation",
          e);
    }
  }
}
