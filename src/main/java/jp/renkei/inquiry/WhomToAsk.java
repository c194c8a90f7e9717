package jp.renkei.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.flow.JapaneseTime;
import jp.renkei.flow.Municipalities;
import jp.renkei.flow.ProviderCodes;
import jp.renkei.flow.Whose;
import jp.renkei.message.Address;
import jp.renkei.message.Period;
import jp.renkei.message.Question;
import jp.renkei.message.Whom;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * Finds the agency and its provider that an inquiry asks (DOMAIN.md 0, "Whom to ask"): the one that
 * its caller names by an insurer number or a municipality code, or the municipality where the
 * person lived on the day that counts. A ward stands for its city; the own city and abroad are not
 * asked, and neither is who cannot be known.
 */
public final class WhomToAsk {

  private static final String PROVIDER = "/payload/provider";
  private static final String HISTORY = "/payload/addressHistory";

  private final Catalogue catalogue;

  public WhomToAsk(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Who was found.
   *
   * @param flow the flow, asking the agency that was found and no other
   * @param question asked of its provider
   */
  record Found(Flow flow, Question question) {}

  /**
   * Finds.
   *
   * @param now when it is accepted; a code that the caller names counts as of that day, where no
   *     other day does
   * @throws ProblemException {@code INVALID_PAYLOAD} where nobody is found; {@code OWN_CITY} and
   *     {@code ABROAD} where it is not asked over a network
   */
  Found find(Flow flow, Question question, Instant now) {
    if (question.whom().isEmpty()) {
      refuseStrangers(flow.agency(), question.provider(), PROVIDER);
      return new Found(flow, question);
    }
    Whom whom = question.whom().get();
    refuseNobody(whom);
    LocalDate today = JapaneseTime.dayOf(now);
    Period days = whom.days().orElse(Period.of(today));
    boolean named = whom.provider() != null;
    int living = named ? -1 : living(whom, days);
    Address home = named ? null : whom.addresses().get(living);
    LocalDate day = named ? days.to() : home.lastOf(days);
    String place = named ? PROVIDER : HISTORY + "/" + living + "/municipality";
    String code = named ? whom.provider() : home.municipality();
    Whose.Member member = member(flow, code, day, today, place);
    refuseOwn(flow, member.code(), place);
    Agency agency = agency(flow, member.codes(), place);
    if (!agency.validity().includes(today)) {
      throw wrong(place, "asked of " + agency.id() + ", which is not in use on " + today);
    }
    refuseStrangers(agency, member.code(), place);
    return new Found(flow.asking(agency), question.askedOf(member.code()));
  }

  private static void refuseNobody(Whom whom) {
    boolean named = whom.provider() != null;
    if (named && !whom.addresses().isEmpty()) {
      throw wrong(HISTORY, "must not be there beside provider");
    }
    if (!named && whom.addresses().isEmpty()) {
      throw wrong(PROVIDER, "required");
    }
  }

  /** The address that tells whom to ask: on a day the only one, else the only one elsewhere. */
  private int living(Whom whom, Period days) {
    List<Integer> living =
        IntStream.range(0, whom.addresses().size())
            .filter(i -> whom.addresses().get(i).meets(days))
            .boxed()
            .toList();
    if (living.isEmpty()) {
      throw wrong(HISTORY, "no address " + on(days));
    }
    refuseTwoAtOnce(living.stream().map(whom.addresses()::get).toList(), days);
    Map<String, Integer> elsewhere = new TreeMap<>();
    living.forEach(i -> elsewhere.put(lastMunicipality(whom.addresses().get(i), days), i));
    elsewhere.keySet().removeIf(this::isNotAsked);
    if (elsewhere.size() > 1) {
      throw wrong(
          HISTORY,
          "several municipalities "
              + on(days)
              + ": ask each by an inquiry of its own, as its provider: those of "
              + elsewhere.values().stream()
                  .sorted()
                  .map(i -> HISTORY + "/" + i)
                  .collect(Collectors.joining(", ")));
    }
    return elsewhere.isEmpty()
        ? living.get(living.size() - 1)
        : elsewhere.values().iterator().next();
  }

  private static void refuseTwoAtOnce(List<Address> addresses, Period days) {
    for (Address address : addresses) {
      LocalDate first = address.from().isBefore(days.from()) ? days.from() : address.from();
      if (addresses.stream().anyMatch(other -> other != address && other.meets(Period.of(first)))) {
        throw wrong(HISTORY, "more than one address on " + first);
      }
    }
  }

  private static String on(Period days) {
    return days.from().equals(days.to())
        ? "on " + days.to()
        : "from " + days.from() + " to " + days.to();
  }

  private String lastMunicipality(Address address, Period days) {
    Whose whose = catalogue.providers().municipality(address.municipality(), address.lastOf(days));
    return whose instanceof Whose.Member member ? member.code() : address.municipality();
  }

  private boolean isNotAsked(String municipality) {
    return municipality.equals(Municipalities.ABROAD)
        || catalogue.providers().municipalities().isOwn(municipality);
  }

  /** Insurer numbers are read where the flow asks insurers; all other codes are as they are. */
  private Whose.Member member(
      Flow flow, String code, LocalDate day, LocalDate today, String place) {
    if (code.equals(Municipalities.ABROAD)) {
      throw new ProblemException(Problem.ABROAD, place, "abroad on " + day);
    }
    ProviderCodes codes = flow.agency().providerCodes();
    if (asks(flow, ProviderCodes.INSURER)) {
      // whoever it was then, it is asked now
      return known(catalogue.providers().insurer(code, today), place);
    }
    return codes == ProviderCodes.MUNICIPALITY
        ? known(catalogue.providers().municipality(code, day), place)
        : new Whose.Member(codes, code);
  }

  private static Whose.Member known(Whose whose, String place) {
    if (whose instanceof Whose.Nobody nobody) {
      throw wrong(place, nobody.why());
    }
    return (Whose.Member) whose;
  }

  private void refuseOwn(Flow flow, String provider, String place) {
    if (catalogue.providers().municipalities().isOwn(provider)) {
      throw new ProblemException(
          Problem.OWN_CITY,
          place,
          flow.inCity() != null && catalogue.flow(flow.inCity()).isPresent()
              ? "the own city: ask on " + flow.inCity()
              : "the own city");
    }
  }

  private Agency agency(Flow flow, ProviderCodes codes, String place) {
    return flow.agencies().stream()
        .filter(agency -> agency.providerCodes() == codes)
        .findFirst()
        .orElseThrow(() -> wrong(place, notAskedHere(flow, codes)));
  }

  /** With the flows of the same area on which the same is asked there. */
  private String notAskedHere(Flow flow, ProviderCodes codes) {
    String who =
        switch (codes) {
          case INSURER -> "an insurer";
          case WIDE_AREA_UNION -> "a wide-area union";
          case MUNICIPALITY -> "a municipality";
        };
    String others =
        catalogue.flows().stream()
            .filter(other -> other.kind().equals(flow.kind()))
            .filter(other -> other.area().id().equals(flow.area().id()) && asks(other, codes))
            .map(Flow::id)
            .collect(Collectors.joining(" or "));
    return who
        + "'s code, and this flow asks none"
        + (others.isEmpty() ? "" : ": ask on " + others);
  }

  private static boolean asks(Flow flow, ProviderCodes codes) {
    return flow.agencies().stream().anyMatch(agency -> agency.providerCodes() == codes);
  }

  private static void refuseStrangers(Agency agency, String provider, String place) {
    if (provider != null && !agency.hasProvider(provider)) {
      throw wrong(place, "not a provider of the agency");
    }
  }

  private static ProblemException wrong(String place, String reason) {
    return new ProblemException(Problem.INVALID_PAYLOAD, place, reason);
  }
}
