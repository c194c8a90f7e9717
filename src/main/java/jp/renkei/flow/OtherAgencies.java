package jp.renkei.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads {@code otherAgencies} of a flow: who is asked instead, by the provider's code. */
final class OtherAgencies {

  private final Mapping entry;
  private final AgencyFiles agencies;

  OtherAgencies(Mapping entry, AgencyFiles agencies) {
    this.entry = entry;
    this.agencies = agencies;
  }

  /**
   * The provider's code decides whom of several a flow asks, so that each must have codes of its
   * own kind; what else the flow says must be true of them all.
   *
   * @return those that are known
   */
  List<Agency> read(Agency first, List<String> others) {
    List<Agency> known = new ArrayList<>();
    for (String id : others == null ? List.<String>of() : others) {
      if (id != null && !agencies.knows(id)) {
        refuse(
            "the agency " + id + " is unknown",
            "add routes/agencies/" + id + ".yaml, or correct it to one of " + agencies.names());
      }
      Agency other = id == null ? null : agencies.agency(id);
      if (other != null) {
        known.add(other);
      }
    }
    if (first != null && !known.isEmpty()) {
      refuseUnlike(Stream.concat(Stream.of(first), known.stream()).toList());
    }
    return known;
  }

  private void refuseUnlike(List<Agency> all) {
    long codes =
        all.stream().map(Agency::providerCodes).filter(Objects::nonNull).distinct().count();
    if (codes < all.size()) {
      refuse(
          "a provider's code would not tell which of the agencies is asked",
          "name agencies that have providerCodes, each another");
    }
    if (all.stream().map(Agency::transport).distinct().count() > 1
        || all.stream().map(Agency::characters).distinct().count() > 1) {
      refuse(
          "the agencies of one flow differ in transport or characters",
          "make them alike in routes/agencies, or write another flow");
    }
  }

  private void refuse(String what, String remedy) {
    entry.refuse("otherAgencies", what, remedy);
  }
}
