package jp.renkei.message.resident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.renkei.message.BirthDate;
import jp.renkei.message.network.Told;

/**
 * What the own city's resident system tells of a person.
 *
 * @param address 住所, in the city; of who moved out the last one, never where to
 * @param birthDate 生年月日, {@code 00} for what is unknown
 * @param sex 性別: 1 male, 2 female, 9 not recorded
 * @param protection 支援措置, at the time of the reply
 * @param residentSince 住民となった年月日
 * @param movedOut 転出年月日
 * @param removed 消除年月日
 * @param removalReason 消除事由, as it came
 * @param household the households that the person belonged to
 */
public record CityResidentTold(
    Optional<Name> name,
    Optional<String> address,
    Optional<String> birthDate,
    Optional<String> sex,
    Optional<SupportMeasure> protection,
    Optional<LocalDate> residentSince,
    Optional<LocalDate> movedOut,
    Optional<LocalDate> removed,
    Optional<String> removalReason,
    List<RecordTold.Line> household)
    implements Told {

  /**
   * A person's name.
   *
   * @param registered 氏名, in Latin letters where the nationality is another
   * @param kana 氏名カナ
   * @param alias 通称
   */
  record Name(String registered, Optional<String> kana, Optional<String> alias) {

    /** Tells nothing, whoever prints it. */
    @Override
    public String toString() {
      return "Name";
    }
  }

  /** What every municipality tells of a person, too. */
  RecordTold record() {
    return new RecordTold(residentSince, movedOut, removed, removalReason, household);
  }

  @Override
  @JsonIgnore
  public boolean isEmpty() {
    return Stream.of(name, address, birthDate, sex, protection).allMatch(Optional::isEmpty)
        && record().isEmpty();
  }

  /** Not told is not unprotected: the support measure is told also where there is none. */
  @Override
  public Optional<String> missing() {
    Map<String, Optional<?>> needed = new LinkedHashMap<>();
    needed.put("protection", protection);
    needed.put("name", name);
    needed.put("address", address);
    needed.put("birthDate", birthDate);
    needed.put("sex", sex);
    needed.put("residentSince", residentSince);
    return needed.entrySet().stream()
        .filter(item -> item.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .findFirst()
        .or(record()::missing);
  }

  @Override
  public Optional<String> contradiction() {
    if (birthDate.filter(text -> BirthDate.parse(text).isEmpty()).isPresent()) {
      return Optional.of("birthDate: not a date that exists");
    }
    return protection.flatMap(SupportMeasure::contradiction).or(record()::contradiction);
  }

  /** Tells nothing, whoever prints it. */
  @Override
  public String toString() {
    return "CityResidentTold";
  }
}
