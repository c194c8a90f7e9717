package jp.renkei.flow;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All flows and agencies, checked as a whole. Immutable. */
public final class Catalogue {

  private final Map<String, Flow> flows = new LinkedHashMap<>();
  private final Map<String, Agency> agencies = new LinkedHashMap<>();

  private final ProviderTables providers;

  public Catalogue(List<Flow> flows, List<Agency> agencies, ProviderTables providers) {
    this.providers = providers;
    flows.forEach(flow -> this.flows.put(flow.id(), flow));
    agencies.forEach(agency -> this.agencies.put(agency.id(), agency));
  }

  /** Whose a provider's code is. */
  public ProviderTables providers() {
    return providers;
  }

  public Collection<Flow> flows() {
    return Collections.unmodifiableCollection(flows.values());
  }

  public Collection<Agency> agencies() {
    return Collections.unmodifiableCollection(agencies.values());
  }

  /** The agencies whose questions a caller answers; none where it is no owner. */
  public List<Agency> ownedBy(String caller) {
    return agencies.values().stream().filter(agency -> caller.equals(agency.owner())).toList();
  }

  public Optional<Flow> flow(String id) {
    return Optional.ofNullable(flows.get(id));
  }

  public Optional<Agency> agency(String id) {
    return Optional.ofNullable(agencies.get(id));
  }
}
