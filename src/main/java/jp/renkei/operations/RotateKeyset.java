package jp.renkei.operations;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import jp.renkei.problem.StartRefused;
import jp.renkei.protection.KeysetFile;

/**
 * The command {@code keyset}: makes a keyset, and takes it through its rotation a step at a time.
 * It needs neither a database nor a running hub, and prints ids and never keys.
 */
public final class RotateKeyset {

  /** The step was taken. */
  static final int GOOD = 0;

  /** It was not, and the file is as it was. */
  static final int REFUSED = 1;

  private static final String USAGE =
      """
      使い方 Usage: java -jar renkei.jar keyset ...
        new FILE                 鍵セットを作る makes a keyset
        show FILE                鍵の番号と役割を示す tells the keys' ids and what each is for
        rotate FILE              新しい鍵を予告する announces a new key
        promote FILE REPORT...   予告した鍵を使い始める makes the announced key the primary
        retire FILE REPORT...    旧い内容鍵を除く removes the older content keys
      REPORT: 各ノードの keyset-report.json the keyset-report.json of each node's data folder""";

  private final PrintStream out;

  public RotateKeyset(PrintStream out) {
    this.out = out;
  }

  /**
   * Takes a step and prints what each key is for then.
   *
   * @return the exit code: 0 where the step was taken, 1 otherwise
   */
  public int run(List<String> arguments) {
    try {
      if (!isStep(arguments)) {
        out.println(USAGE);
        return REFUSED;
      }
      KeysetFile file = new KeysetFile(Path.of(arguments.get(1)));
      take(arguments.get(0), file, arguments.stream().skip(2).map(Path::of).toList());
      file.told().forEach(out::println);
      return GOOD;
    } catch (StartRefused refused) {
      out.println("できません Refused: " + refused.why());
      out.println("  対処 remedy: " + refused.remedy());
    } catch (InvalidPathException e) {
      out.println(USAGE);
    }
    return REFUSED;
  }

  private static boolean isStep(List<String> arguments) {
    return arguments.size() >= 2
        && switch (arguments.get(0)) {
          case "new", "show", "rotate" -> arguments.size() == 2;
          case "promote", "retire" -> arguments.size() > 2;
          default -> false;
        };
  }

  private static void take(String step, KeysetFile file, List<Path> reports) {
    switch (step) {
      case "new" -> file.make();
      case "rotate" -> file.rotate();
      case "promote" -> file.promote(reports);
      case "retire" -> file.retire(reports);
      default -> {} // what is shown is printed in any case
    }
  }
}
