package jp.renkei.operations;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.CatalogueReader;
import jp.renkei.flow.CatalogueSource;
import jp.renkei.problem.StartRefused;

/** Reads the catalogue from its files, built in and outside. */
final class ReadCatalogue {

  private final Overlay overlay;
  private final Set<String> kinds;

  /**
   * @param kinds the ids of every message kind
   */
  ReadCatalogue(Overlay overlay, Set<String> kinds) {
    this.overlay = overlay;
    this.kinds = kinds;
  }

  /**
   * @throws jp.renkei.flow.CatalogueFaults with every fault of every file
   * @throws StartRefused where a file cannot be read or a schema outside is another
   */
  Catalogue read() {
    overlay.refuseOtherSchemas();
    return new CatalogueReader(kinds).read(sources("routes/flows/"), sources("routes/agencies/"));
  }

  /** Every file of the hub that lies outside, as it is told. */
  List<String> outside() {
    return List.of("routes/flows/", "routes/agencies/", "routes/patterns/", "routes/housekeeping/")
        .stream()
        .flatMap(folder -> overlay.files(folder, ".yaml").stream())
        .filter(DataFile::outside)
        .map(DataFile::toldName)
        .toList();
  }

  private List<CatalogueSource> sources(String folder) {
    return overlay.files(folder, ".yaml").stream().map(ReadCatalogue::source).toList();
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
