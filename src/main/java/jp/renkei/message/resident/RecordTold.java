package jp.renkei.message.resident;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.renkei.message.network.Told;

/**
 * What a municipality tells of a person's resident record.
 *
 * @param residentSince 住民となった年月日
 * @param movedOut 転出年月日
 * @param removed 消除年月日
 * @param removalReason 消除事由, as it came
 * @param household the households that the person belonged to
 */
public record RecordTold(
    Optional<LocalDate> residentSince,
    Optional<LocalDate> movedOut,
    Optional<LocalDate> removed,
    Optional<String> removalReason,
    List<Line> household)
    implements Told {

  /**
   * A household with its days.
   *
   * @param householdNumber the municipality's number of it
   * @param relation 続柄, up to four codes, as they came
   * @param from the first day in it
   * @param to the last day in it, empty where the person still belongs to it
   * @param changeReason 異動事由, as it came
   */
  public record Line(
      String householdNumber,
      List<String> relation,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<String> changeReason) {

    public Line {
      relation = List.copyOf(relation);
    }

    /** Whether the person belonged to it on a day; a beginning that is not told may be earlier. */
    boolean includes(LocalDate day) {
      return from.filter(day::isBefore).isEmpty() && to.filter(day::isAfter).isEmpty();
    }
  }

  public RecordTold {
    household = List.copyOf(household);
  }

  @Override
  public boolean isEmpty() {
    return residentSince.isEmpty()
        && movedOut.isEmpty()
        && removed.isEmpty()
        && removalReason.isEmpty()
        && household.isEmpty();
  }

  @Override
  public Optional<String> missing() {
    if (!isEmpty() && residentSince.isEmpty()) {
      return Optional.of("residentSince");
    }
    return household.stream().anyMatch(line -> line.from().isEmpty())
        ? Optional.of("from")
        : Optional.empty();
  }

  @Override
  public Optional<String> contradiction() {
    if (household.stream().anyMatch(line -> isBefore(line.to(), line.from()))) {
      return Optional.of("household: ends before it begins");
    }
    if (isBefore(movedOut, residentSince)) {
      return Optional.of("movedOut: before residentSince");
    }
    return isBefore(removed, residentSince)
        ? Optional.of("removed: before residentSince")
        : Optional.empty();
  }

  private static boolean isBefore(Optional<LocalDate> end, Optional<LocalDate> begin) {
    return end.isPresent() && begin.isPresent() && end.get().isBefore(begin.get());
  }
}
