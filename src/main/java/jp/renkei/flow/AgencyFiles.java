package jp.renkei.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code routes/agencies}, one agency a file. */
final class AgencyFiles {

  private final Map<String, Agency> agencies = new LinkedHashMap<>();
  private final Map<String, Place> seen = new LinkedHashMap<>();
  private final Map<String, Place> owners = new LinkedHashMap<>();
  private final List<CatalogueFault> faults;

  AgencyFiles(List<CatalogueFault> faults) {
    this.faults = faults;
  }

  void read(CatalogueSource source) {
    // A faulty file still announces its agency, so that its flows are not called wrong as well.
    seen.putIfAbsent(source.id(), null);
    Document.open(source, faults).ifPresent(entry -> read(source, entry));
  }

  private void read(CatalogueSource source, Mapping entry) {
    int before = faults.size();
    String id = entry.required("id", Form.ID);
    Title title = entry.required("title", Form.TITLE);
    String path = entry.required("path", Form.ID);
    Transport transport = entry.required("transport", Form.oneOf(Transport.class));
    boolean https = transport == Transport.HTTPS;
    boolean queues = transport == null || transport == Transport.JMS;
    Agency.Encryption encryption =
        !queues
            ? Agency.Encryption.NONE
            : entry.required("encryption", Form.oneOf(Agency.Encryption.class));
    Integer consumers = !queues ? Integer.valueOf(0) : entry.required("consumers", Form.COUNT);
    Integer inFlight = entry.required("inFlight", Form.COUNT);
    Limits limits = LimitsForm.limits(entry);
    Retry retry = entry.optional("retry", LimitsForm.RETRY);
    ServiceHours hours = entry.optional("hours", HoursForm.HOURS);
    ServiceHours batch = batch(entry, hours);
    ProviderCodes codes = entry.optional("providerCodes", Form.oneOf(ProviderCodes.class));
    List<Provider> providers = entry.optional("providers", ProviderForm.table(codes));
    // what an owner is asked it reads at the hub's own door, as it was written
    Characters characters =
        transport == Transport.OWNER ? null : entry.optional("characters", Characters.FORM);
    Validity validity = Validity.of(entry, entry.optional("validFrom", Form.DATE));
    HttpsConnection connection = https ? entry.required("https", HttpsEntry.FORM) : null;
    Paper paper =
        transport == Transport.DOCUMENT ? entry.required("document", PaperForm.PAPER) : null;
    String owner = transport == Transport.OWNER ? entry.required("owner", Form.ID) : null;
    BulkChannel bulk = transport == Transport.JMS ? entry.optional("bulk", BulkEntry.FORM) : null;
    entry.refuseOthers();
    if (owner != null) {
      owners.put(owner, entry.at("owner"));
    }
    if (id != null) {
      checkName(source, entry.at("id"), id);
      checkTwice(entry.at("id"), id);
    }
    if (faults.size() == before) {
      agencies.put(
          id,
          new Agency(
              id,
              title,
              path,
              transport,
              encryption,
              consumers,
              inFlight,
              limits,
              retry == null ? Retry.DEFAULT : retry,
              orAlways(hours),
              batch,
              codes,
              providers == null ? List.of() : providers,
              characters == null ? Characters.ANY : characters,
              validity,
              connection,
              paper,
              owner,
              bulk));
    }
  }

  /** The hours of bulk; all of the agency's where its file says nothing. */
  private static ServiceHours batch(Mapping entry, ServiceHours hours) {
    List<TimeRange> ranges = entry.optional("batch", HoursForm.RANGES);
    if (ranges == null) {
      return orAlways(hours);
    }
    return HoursForm.opening(
        entry.at("batch"),
        orAlways(hours).within(ranges),
        "write a part of the day in which hours are open, or remove it");
  }

  private static ServiceHours orAlways(ServiceHours hours) {
    return hours == null ? ServiceHours.ALWAYS : hours;
  }

  private static void checkName(CatalogueSource source, Place place, String id) {
    if (!source.id().equals(id)) {
      place.refuse(
          "the agency " + id + " stands in a file of another name",
          "name the file " + id + ".yaml or write id: " + source.id());
    }
  }

  private void checkTwice(Place place, String id) {
    Place first = seen.putIfAbsent(id, place);
    if (first != null) {
      place.refuse(
          "the agency " + id + " stands twice",
          "keep one, the other is at " + first.file() + ":" + first.line());
    }
  }

  /** Whoever is to answer must be one who asks elsewhere: that is what makes a caller known. */
  void checkOwners(Set<String> callers) {
    owners.forEach(
        (owner, place) -> {
          if (!callers.contains(owner)) {
            place.refuse(
                "the owner " + owner + " is not a known caller: no flow permits it anything",
                "correct it to one of " + String.join(", ", callers));
          }
        });
  }

  boolean knows(String id) {
    return seen.containsKey(id);
  }

  /** The agency, or null where its file has faults. */
  Agency agency(String id) {
    return agencies.get(id);
  }

  String names() {
    return String.join(", ", seen.keySet());
  }

  List<Agency> all() {
    return new ArrayList<>(agencies.values());
  }
}
