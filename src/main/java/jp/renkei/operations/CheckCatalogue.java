package jp.renkei.operations;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.CatalogueFault;
import jp.renkei.flow.CatalogueFaults;
import jp.renkei.flow.Flow;
import jp.renkei.flow.Municipalities;
import jp.renkei.flow.Validity;
import jp.renkei.message.MessageKinds;
import jp.renkei.problem.StartRefused;

/**
 * The command {@code check}: reads the catalogue as a start would, and starts nothing. It needs
 * neither users nor keys nor ports.
 */
public final class CheckCatalogue {

  /** The catalogue fits. */
  static final int GOOD = 0;

  /** The hub would not start with it. */
  static final int FAULTY = 1;

  private final PrintStream out;

  public CheckCatalogue(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints every fault with file, line and remedy, or the flows and agencies.
   *
   * @param overlay the setting {@code RENKEI_OVERLAY}, blank where there is none
   * @return the exit code: 0 where the catalogue fits, 1 where it does not
   */
  public int run(String overlay) {
    try {
      // nothing is answered here
      MessageKinds kinds = MessageKindConfiguration.kinds(() -> Municipalities.NONE);
      ReadCatalogue reading = new ReadCatalogue(Overlay.of(overlay), kinds.items());
      tell(reading.read());
      reading.outside().forEach(file -> out.println("外部のファイル From outside: " + file));
      return GOOD;
    } catch (CatalogueFaults faults) {
      out.println("連携目録に誤りがあります: " + faults.faults().size() + " 件 The catalogue does not fit:");
      faults.faults().forEach(this::tell);
    } catch (StartRefused refused) {
      out.println("起動できません The hub would not start: " + refused.why());
      out.println("  対処 remedy: " + refused.remedy());
    }
    return FAULTY;
  }

  private void tell(CatalogueFault fault) {
    out.println(fault.file() + ":" + fault.line() + ": " + fault.what());
    out.println("  対処 remedy: " + fault.remedy());
  }

  private void tell(Catalogue catalogue) {
    out.println("連携目録に誤りはありません The catalogue fits.");
    out.println();
    out.println("連携 Flows: " + catalogue.flows().size());
    row("flow", "pattern", "agency", "valid", "deadline", "title");
    catalogue.flows().forEach(this::tell);
    out.println();
    out.println("照会先 Agencies: " + catalogue.agencies().size());
    row("agency", "transport", "path", "valid", "window", "title");
    catalogue.agencies().forEach(this::tell);
  }

  private void tell(Flow flow) {
    row(
        flow.id(),
        word(flow.pattern()),
        flow.agencies().stream().map(Agency::id).collect(Collectors.joining(" ")),
        days(flow.validity()),
        flow.deadline().length() + (flow.deadline().business() ? " business" : ""),
        flow.title().ja());
  }

  private void tell(Agency agency) {
    row(
        agency.id(),
        word(agency.transport()),
        agency.path(),
        days(agency.validity()),
        Integer.toString(agency.limits().window()),
        agency.title().ja());
  }

  private void row(Object... cells) {
    out.printf("  %-40s  %-10s  %-20s  %-22s  %-16s  %s%n", cells);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String days(Validity validity) {
    return Stream.of(validity.from(), validity.to())
        .map(day -> Objects.toString(day, ""))
        .collect(Collectors.joining(".."));
  }
}
