package jp.renkei.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A folder outside, as an integrator fills it: files of data and nothing else. */
public final class OverlayFolder {

  private static final Path FLOWS = Path.of("routes", "flows", "assessment.yaml");
  private static final Path AGENCY = Path.of("routes", "agencies", "mhlw.yaml");

  private final Path folder;

  public OverlayFolder(Path folder) {
    this.folder = folder;
  }

  public Path path() {
    return folder;
  }

  /** Another agency, made of the built one. */
  public OverlayFolder withAgency(String id, String titleJa) {
    return with(
        "routes/agencies/" + id + ".yaml",
        read(AGENCY).replace("id: mhlw", "id: " + id).replace("厚生労働大臣", titleJa));
  }

  /** Another flow, in an area of its own, made of the built one on the same message kind. */
  public OverlayFolder withFlow(String area, String name, String agency) {
    return with(
        "routes/flows/" + area + ".yaml",
        read(FLOWS)
            .replace("id: assessment.mhlw-employment", "id: " + area + "." + name)
            .replace("id: assessment", "id: " + area)
            .replace("agency: mhlw", "agency: " + agency));
  }

  /** A file with a text. */
  public OverlayFolder with(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A built file, with one text in the place of another. */
  public OverlayFolder withChanged(String name, String right, String changed) {
    String text = read(Path.of(name));
    if (!text.contains(right)) {
      throw new IllegalArgumentException(name + " has no " + right);
    }
    return with(name, text.replace(right, changed));
  }

  /** A built file, changed. */
  public OverlayFolder withChanged(String name, UnaryOperator<String> change) {
    String text = read(Path.of(name));
    String changed = change.apply(text);
    if (changed.equals(text)) {
      throw new IllegalArgumentException(name + " is as it was");
    }
    return with(name, changed);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
