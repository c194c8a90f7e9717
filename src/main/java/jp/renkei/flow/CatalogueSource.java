package jp.renkei.flow;

/**
 * One file of the catalogue.
 *
 * @param name the name told in faults, e.g. {@code routes/agencies/mhlw.yaml}; its last part
 *     without {@code .yaml} is the id of what it describes
 * @param text its content, YAML 1.1 without tags, anchors and aliases
 */
public record CatalogueSource(String name, String text) {

  String id() {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return last.replaceFirst("\\.ya?ml$", "");
  }
}
