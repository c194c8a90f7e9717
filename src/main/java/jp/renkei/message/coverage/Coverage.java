package jp.renkei.message.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.renkei.message.Period;
import jp.renkei.message.coverage.xml.CoverageInquiry;
import jp.renkei.message.coverage.xml.CoverageReply;
import jp.renkei.message.network.NetworkQuestion;
import jp.renkei.message.network.NetworkReply;
import jp.renkei.message.network.XmlSubject;
import jp.renkei.problem.Fault;

/** The kind {@code coverage}: a person's coverages by other health insurances. */
public final class Coverage implements XmlSubject<CoverageAsked, ReferenceDate, CoverageTold> {

  private final Supplier<Optional<String>> ownPrefecture;

  /**
   * @param ownPrefecture the first two digits of the own city's code; asked for when an answer is
   *     derived, because the catalogue is read after the kinds are there
   */
  public Coverage(Supplier<Optional<String>> ownPrefecture) {
    this.ownPrefecture = ownPrefecture;
  }

  @Override
  public String id() {
    return "coverage";
  }

  @Override
  public Class<CoverageAsked> payload() {
    return CoverageAsked.class;
  }

  @Override
  public Class<ReferenceDate> repeated() {
    return ReferenceDate.class;
  }

  @Override
  public Class<CoverageTold> told() {
    return CoverageTold.class;
  }

  @Override
  public Class<?> inquiryXml() {
    return CoverageInquiry.class;
  }

  @Override
  public Class<?> replyXml() {
    return CoverageReply.class;
  }

  @Override
  public List<Fault> faults(JsonNode payload) {
    JsonNode nhi = payload.path("nhi");
    return Stream.of(
            before(nhi, "lost", "acquired"),
            before(nhi, "appliedFrom", "acquired"),
            before(nhi, "lost", "appliedFrom"))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Fault> before(JsonNode nhi, String day, String first) {
    // both are dates as ISO 8601 writes them, by the schema
    return nhi.has(day)
            && nhi.has(first)
            && nhi.get(day).textValue().compareTo(nhi.get(first).textValue()) < 0
        ? Optional.of(new Fault("/payload/nhi", day + " is before " + first))
        : Optional.empty();
  }

  @Override
  public ReferenceDate repeated(CoverageAsked asked) {
    return new ReferenceDate(asked.referenceDate());
  }

  @Override
  public Object further(CoverageAsked asked) {
    return asked.certificate().<Object>map(known -> Map.of("certificate", known)).orElse(Map.of());
  }

  /** The former municipality is that of the day before. */
  @Override
  public Optional<Period> addressDays(CoverageAsked asked) {
    return Optional.of(Period.of(asked.referenceDate().minusDays(1)));
  }

  @Override
  public CoverageAnswer answer(
      NetworkQuestion<CoverageAsked> question, NetworkReply<ReferenceDate, CoverageTold> reply) {
    return CoverageAnswer.of(question.asked(), reply, new OwnPrefecture(ownPrefecture.get()));
  }
}
