package jp.renkei.flow;

import java.util.ArrayList;
import java.util.List;
import jp.renkei.flow.Municipalities.Ward;

/** Reads {@code routes/codes/municipalities.yaml}. */
final class MunicipalityFile {

  static final Form<String> CODE =
      Form.scalar("six digits in quotes, the last of them the check digit", MunicipalityFile::code);
  private static final Form<List<String>> CODES = Form.listOf(CODE);

  private final List<Ward> wards = new ArrayList<>();
  private String own;

  private MunicipalityFile() {}

  /** The table; with faults, a part of it. */
  static Municipalities read(List<CatalogueSource> sources, List<CatalogueFault> faults) {
    MunicipalityFile file = new MunicipalityFile();
    sources.forEach(source -> Document.open(source, faults).ifPresent(file::read));
    return new Municipalities(file.own, file.wards);
  }

  private void read(Mapping table) {
    own = table.required("own", CODE);
    table.optional("cities", Form.listOf(new Form<>("{code: …, wards: […]}", this::city)));
    table.refuseOthers();
  }

  private Object city(Place place) {
    Mapping.of(place).ifPresent(this::city);
    return null;
  }

  private void city(Mapping city) {
    String code = city.required("code", CODE);
    city.required("title", Form.TITLE);
    List<String> codes = city.required("wards", CODES);
    Validity validity = Validity.of(city, city.optional("validFrom", Form.DATE));
    city.refuseOthers();
    if (code != null && codes != null && !codes.contains(null)) {
      codes.forEach(ward -> wards.add(new Ward(ward, code, validity)));
    }
  }

  private static String code(String text) {
    if (!CheckDigits.isMunicipality(text)) {
      throw new IllegalArgumentException();
    }
    return text;
  }
}
