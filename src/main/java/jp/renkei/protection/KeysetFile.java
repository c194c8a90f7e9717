package jp.renkei.protection;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.renkei.problem.StartRefused;

/**
 * The steps of a keyset's life in its file, one at a time: made, a key announced, that key made the
 * primary, older ones retired. Between the steps every node must have read the file; their reports
 * tell so. Each step leaves the file before beside it, as {@code <name>.before}.
 */
public final class KeysetFile {

  private final SecretFile file;

  public KeysetFile(Path file) {
    this.file = new SecretFile(file, "the command", false);
  }

  /**
   * Makes a keyset where there is no file.
   *
   * @throws StartRefused when there is one, or it cannot be written
   */
  public void make() {
    if (file.exists()) {
      throw file.refuse(
          "is there already",
          "Choose another name; a keyset that is written over takes its data with it"
              + " (既存の鍵セットは上書きしません)");
    }
    file.write(Keyset.made().json());
  }

  /**
   * Announces a new key: it opens and finds, and is not written with yet.
   *
   * @throws StartRefused when one is announced already
   */
  public void rotate() {
    Keyset keyset = Keyset.of(file);
    if (!announced(keyset).isEmpty()) {
      throw file.refuse(
          "has an announced key already: " + announced(keyset),
          "Promote it first (予告済みの鍵があります。先に promote してください)");
    }
    replace(keyset, KeysetFile::withAnotherKey);
  }

  /**
   * Makes the announced key the primary.
   *
   * @param reports of every node that uses the keyset
   * @throws StartRefused when none is announced, or a node does not have it yet
   */
  public void promote(List<Path> reports) {
    Keyset keyset = Keyset.of(file);
    List<Long> announced = announced(keyset);
    if (announced.isEmpty()) {
      throw file.refuse("has no announced key", "Rotate first (先に rotate してください)");
    }
    for (Path each : reports) {
      refuseUnless(
          each,
          report -> report.all().containsAll(announced),
          "does not know the announced key " + announced + " yet",
          "Give that node the file, and wait until its report names the key"
              + " (全ノードが新しい鍵を読み込むまで待ってください)");
    }
    replace(keyset, KeysetFile::withNewestAsPrimary);
  }

  /**
   * Removes the older content keys. The older search keys stay: an idempotency key must be found as
   * long as its inquiry is there.
   *
   * @param reports of every node that uses the keyset
   * @throws StartRefused when there is nothing to remove, or a node does not say that nothing lies
   *     under the older keys
   */
  public void retire(List<Path> reports) {
    Keyset keyset = Keyset.of(file);
    KeyIds content = KeyIds.of(keyset.content());
    if (content.older().isEmpty()) {
      throw file.refuse("has no older content key", "Promote first (先に promote してください)");
    }
    for (Path each : reports) {
      refuseUnless(
          each,
          report -> report.content().equals(content) && report.olderUnused(),
          "does not say that nothing lies under the older keys " + content.older(),
          "Wait until the node has encrypted all anew and its report says \"olderUnused\""
              + " (旧鍵の内容がなくなるまで待ってください)");
    }
    file.keepBefore();
    file.write(new Keyset(withoutOlder(keyset.content()), keyset.search()).json());
  }

  /** What each key is for, a line each; no key is told. */
  public List<String> told() {
    Keyset keyset = Keyset.of(file);
    List<String> lines = new ArrayList<>();
    tell("content", KeyIds.of(keyset.content()), lines);
    tell("search", KeyIds.of(keyset.search()), lines);
    return lines;
  }

  private static void tell(String name, KeyIds ids, List<String> lines) {
    ids.older().forEach(id -> lines.add(name + " " + id + " 旧 older"));
    lines.add(name + " " + ids.primary() + " 使用中 primary");
    ids.announced().forEach(id -> lines.add(name + " " + id + " 予告 announced"));
  }

  private static List<Long> announced(Keyset keyset) {
    List<Long> announced = new ArrayList<>(KeyIds.of(keyset.content()).announced());
    announced.addAll(KeyIds.of(keyset.search()).announced());
    return announced;
  }

  private static void refuseUnless(
      Path report, Predicate<KeysetReport> right, String why, String remedy) {
    SecretFile source = new SecretFile(report, "the command", false);
    if (!right.test(KeysetReport.of(source))) {
      throw source.refuse(why, remedy);
    }
  }

  private void replace(Keyset keyset, Function<KeysetHandle, KeysetHandle> step) {
    Keyset next = new Keyset(step.apply(keyset.content()), step.apply(keyset.search()));
    file.keepBefore();
    file.write(next.json());
  }

  private static KeysetHandle withAnotherKey(KeysetHandle keyset) {
    Parameters parameters = keyset.getPrimary().getKey().getParameters();
    return built(
        KeysetHandle.newBuilder(keyset)
            .addEntry(KeysetHandle.generateEntryFromParameters(parameters).withRandomId()));
  }

  private static KeysetHandle withNewestAsPrimary(KeysetHandle keyset) {
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset);
    builder.getAt(builder.size() - 1).makePrimary();
    return built(builder);
  }

  private static KeysetHandle withoutOlder(KeysetHandle keyset) {
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset);
    while (!builder.getAt(0).isPrimary()) {
      builder.deleteAt(0);
    }
    return built(builder);
  }

  private static KeysetHandle built(KeysetHandle.Builder builder) {
    try {
      return builder.build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A keyset cannot be built", e);
    }
  }
}
