package jp.renkei.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the catalogue and checks it as a whole, so that one start tells every fault. */
public final class CatalogueReader {

  private final Map<String, Items> kinds;

  /**
   * @param kinds the items of the message kinds that this hub knows, by their ids
   */
  public CatalogueReader(Map<String, Items> kinds) {
    this.kinds = Map.copyOf(kinds);
  }

  /**
   * Reads all files.
   *
   * @param flowFiles one file an area, {@code <area>.yaml}
   * @param agencyFiles one file an agency, {@code <agency>.yaml}
   * @param codeFiles the tables of municipalities and insurers, each by its file's name, or none
   * @throws CatalogueFaults with every fault of every file
   */
  public Catalogue read(
      List<CatalogueSource> flowFiles,
      List<CatalogueSource> agencyFiles,
      List<CatalogueSource> codeFiles) {
    List<CatalogueFault> faults = new ArrayList<>();
    AgencyFiles agencies = new AgencyFiles(faults);
    agencyFiles.forEach(agencies::read);
    FlowFiles flows = new FlowFiles(agencies, kinds, faults);
    flowFiles.forEach(flows::read);
    agencies.checkOwners(flows.callers());
    ProviderTables providers = CodeFiles.read(codeFiles, faults);
    if (!faults.isEmpty()) {
      throw new CatalogueFaults(faults);
    }
    return new Catalogue(flows.all(), agencies.all(), providers);
  }
}
