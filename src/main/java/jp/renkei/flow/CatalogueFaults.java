package jp.renkei.flow;

import java.util.List;
import java.util.stream.Collectors;

/** The catalogue does not fit: every fault of every file, one a line of the message. */
public final class CatalogueFaults extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<CatalogueFault> faults;

  public CatalogueFaults(List<CatalogueFault> faults) {
    super(faults.stream().map(CatalogueFault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  public List<CatalogueFault> faults() {
    return faults;
  }
}
