package jp.renkei.flow;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code routes/codes}, one table a file. */
final class CodeFiles {

  private static final String MUNICIPALITIES = "municipalities";
  private static final String INSURERS = "insurers";

  private CodeFiles() {}

  /** The tables; with faults, a part of them. */
  static ProviderTables read(List<CatalogueSource> sources, List<CatalogueFault> faults) {
    List<CatalogueSource> municipalities = new ArrayList<>();
    List<CatalogueSource> insurers = new ArrayList<>();
    for (CatalogueSource source : sources) {
      switch (source.id()) {
        case MUNICIPALITIES -> municipalities.add(source);
        case INSURERS -> insurers.add(source);
        default ->
            faults.add(
                new CatalogueFault(
                    source.name(),
                    1,
                    "a table that nobody knows",
                    "name the file " + MUNICIPALITIES + ".yaml or " + INSURERS + ".yaml"));
      }
    }
    return new ProviderTables(
        MunicipalityFile.read(municipalities, faults), InsurerFile.read(insurers, faults));
  }
}
