package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.renkei.demo.DemoCredentials.Credential;

/**
 * A hub and the mock agencies, each in a process of its own, on one folder; the hub with its
 * embedded broker and database, or with both elsewhere.
 */
final class Rig implements AutoCloseable {

  static final String FLOW = "assessment.mhlw-employment";
  static final String AGENCY = "mhlw";

  private static final Duration PATIENCE = JavaProcess.PATIENCE;

  private final List<Accepted> everything = new ArrayList<>();
  final HubProcess hub;
  final MockProcess agencies;

  /** A hub as it is without settings, started and ready. */
  static Rig together(Path folder) {
    List<Integer> ports = FreePorts.of(3);
    Rig rig = new Rig(folder, ports, Map.of());
    rig.agencies.start();
    rig.hub.start().awaitReady();
    rig.agencies.awaitReady();
    return rig;
  }

  /**
   * Starts nothing.
   *
   * @param folder empty
   * @param ports of the hub, the broker and the mock agencies' door
   * @param environment more settings of the hub; the agencies take its overlay
   */
  Rig(Path folder, List<Integer> ports, Map<String, String> environment) {
    Path data = folder.resolve("data");
    hub = new HubProcess(data, ports.get(0), ports.get(1), environment, JavaProcess.FRUGAL);
    Map<String, String> more = new HashMap<>(environment);
    more.keySet().retainAll(Set.of("RENKEI_OVERLAY"));
    more.put("SERVER_PORT", String.valueOf(ports.get(0)));
    agencies = new MockProcess(data, ports.get(2), ports.get(1), more, JavaProcess.FRUGAL);
  }

  Credential nhi() {
    return hub.credentials().of("caller");
  }

  /** A load of this hub that is not started. */
  Load load(String name, int count) throws IOException {
    ObjectNode example =
        (ObjectNode) hub.client().get(nhi(), "/api/v1/flows/" + FLOW).body().get("example");
    return new Load(hub.client(), nhi(), FLOW, example, name, count);
  }

  /**
   * Waits until all of the load is accepted and ended, and checks that every promise to it and to
   * the loads before was kept.
   */
  Map<String, Integer> settle(Load load) throws IOException {
    load.awaitDone(PATIENCE);
    assertThat(load.faults()).as("what the hub should not have said").isEmpty();
    everything.addAll(load.accepted());
    Settlement settlement =
        new Settlement(hub.client(), nhi())
            .checkEnds(load.accepted(), PATIENCE)
            .checkWhole(everything, () -> agencies.received(AGENCY));
    assertThat(settlement.faults()).isEmpty();
    return settlement.outcomes();
  }

  @Override
  public void close() {
    agencies.close();
    hub.close();
  }
}
