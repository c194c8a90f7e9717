package jp.renkei.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.management.AttributeList;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import jp.renkei.flow.Catalogue;
import jp.renkei.hub.HubTest;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What operators see of the routes: their names, titles and groups, in JMX as Hawtio reads it. */
@HubTest
class CatalogueRoutesIT {

  @Autowired private CamelContext context;
  @Autowired private Catalogue catalogue;

  @Test
  void everyFlowHasTwoRoutesWithItsTitleInItsArea() throws JMException {
    Map<String, Seen> routes = routes();

    assertThat(catalogue.flows()).isNotEmpty();
    catalogue
        .flows()
        .forEach(
            flow -> {
              Seen asTold = new Seen(flow.title().ja(), flow.area().id(), "Started");
              assertThat(routes).containsEntry(flow.id(), asTold);
              assertThat(routes).containsEntry(flow.id() + "/reply", asTold);
            });
  }

  @Test
  void everyAgencyHasItsRoutesWithItsTitleOnItsPath() throws JMException {
    Map<String, Seen> routes = routes();

    assertThat(catalogue.agencies()).isNotEmpty();
    catalogue
        .agencies()
        .forEach(
            agency -> {
              Seen asTold = new Seen(agency.title().ja(), agency.path(), "Started");
              assertThat(routes).containsEntry(agency.id() + "/send", asTold);
              if (agency.transport().receives()) {
                assertThat(routes).containsEntry(agency.id() + "/receive", asTold);
              } else {
                assertThat(routes).doesNotContainKey(agency.id() + "/receive");
              }
            });
  }

  @Test
  void titlesAreJapaneseAndNothingIsLeftToFillIn() throws JMException {
    assertThat(routes())
        .containsEntry(
            "assessment.mhlw-employment",
            new Seen("厚生労働省への雇用保険受給情報等の照会・回答(非自発的失業者)", "assessment", "Started"))
        .containsEntry("mhlw/send", new Seen("厚生労働大臣", "information-network", "Started"))
        .allSatisfy(
            (id, seen) -> {
              assertThat(id + seen).doesNotContain("{{");
              assertThat(seen.title()).matches(".*[\\p{IsHan}].*");
              assertThat(seen.group()).isNotBlank();
            });
  }

  private Map<String, Seen> routes() throws JMException {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    Set<ObjectName> names =
        beans.queryNames(
            new ObjectName(
                "org.apache.camel:context=" + context.getManagementName() + ",type=routes,*"),
            null);
    Map<String, Seen> routes = new TreeMap<>();
    for (ObjectName name : names) {
      AttributeList told =
          beans.getAttributes(name, new String[] {"RouteId", "Description", "RouteGroup", "State"});
      routes.put(value(told, 0), new Seen(value(told, 1), value(told, 2), value(told, 3)));
    }
    return routes;
  }

  private static String value(AttributeList told, int place) {
    return String.valueOf(told.asList().get(place).getValue());
  }

  /** A route as JMX shows it. */
  private record Seen(String title, String group, String state) {}
}
