package jp.renkei.routing;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Area;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.flow.LegalBasis;
import jp.renkei.flow.Pattern;
import jp.renkei.flow.Permission;
import jp.renkei.flow.ProviderTables;
import jp.renkei.flow.SampleAgency;
import jp.renkei.flow.Term;
import jp.renkei.flow.Title;
import jp.renkei.flow.Validity;
import jp.renkei.ledger.DeliveryBoxes;
import jp.renkei.ledger.Outbox;
import jp.renkei.ledger.Outboxes;
import org.apache.camel.Processor;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;

/**
 * The routes of one flow and one agency as the shipped patterns make them, with doubles for every
 * step; the agency's edge is {@code direct:arrivals} and the step {@code jmsSend}.
 */
final class PatternRoutes implements AutoCloseable {

  static final int IN_FLIGHT = 2;

  static final Agency AGENCY =
      SampleAgency.jms("mhlw", new Title("厚生労働大臣", "Minister"), 1, IN_FLIGHT);

  static final Flow FLOW = flow(new Validity(LocalDate.parse("2024-05-27"), null));

  private static final Clock IN_USE = Clock.fixed(Instant.parse("2026-06-12T01:00:00Z"), UTC);

  static Flow flow(Validity validity) {
    return new Flow(
        "assessment.mhlw-employment",
        new Area("assessment", new Title("賦課", "Assessment")),
        "(2)9-10",
        new Title("雇用保険の照会", "Employment insurance"),
        Pattern.INQUIRY,
        AGENCY,
        List.of(),
        "employment-insurance",
        new Term.ByTheClock(Duration.ofDays(3)),
        Duration.ofDays(90),
        true,
        false,
        new Title("減額", "Reduction"),
        new LegalBasis("番号法", null, null),
        List.of(new Permission("nhi", Set.of("residentNumber"), null, Validity.ALWAYS)),
        null,
        null,
        AGENCY.characters(),
        validity,
        JsonNodeFactory.instance.objectNode());
  }

  private static final List<String> STEPS =
      List.of(
          "permit",
          "validate",
          "askedBefore",
          "transform",
          "accept",
          "guard",
          "identify",
          "understand",
          "derive",
          "end",
          "hold",
          "keepReceipts",
          "sending");

  final RoutesInUse inUse;
  final DefaultCamelContext context = new DefaultCamelContext();
  final RecordingSteps steps = new RecordingSteps();
  private final Outboxes outboxes = new Outboxes(agency -> 100);

  /**
   * Starts the routes.
   *
   * @param jmsSend hands a message to the agency
   */
  PatternRoutes(Processor jmsSend) throws Exception {
    this(jmsSend, FLOW, IN_USE);
  }

  /** Starts the routes of a flow that may not be in use. */
  PatternRoutes(Processor jmsSend, Flow flow, Clock clock) throws Exception {
    context.disableJMX();
    context.getShutdownStrategy().setTimeout(1);
    STEPS.forEach(step -> context.getRegistry().bind(step, steps));
    context.getRegistry().bind("jmsSend", jmsSend);
    context.addComponent("ledger", new LedgerComponent(outboxes, new DeliveryBoxes()));
    DirectComponent direct = new DirectComponent();
    direct.setBlock(false);
    context.addComponent("direct", direct);
    load("inquiry");
    load("agency");
    load("jms");
    Catalogue catalogue = new Catalogue(List.of(flow), List.of(AGENCY), ProviderTables.NONE);
    inUse = new RoutesInUse(catalogue, clock);
    new CatalogueRoutes(catalogue, inUse).beforeApplicationStart(context);
    AdviceWith.adviceWith(
        context, "mhlw/receive", route -> route.replaceFromWith("direct:arrivals"));
    context.start();
  }

  private void load(String pattern) throws Exception {
    PluginHelper.getRoutesLoader(context)
        .loadRoutes(
            PluginHelper.getResourceLoader(context)
                .resolveResource("classpath:routes/patterns/" + pattern + ".camel.yaml"));
  }

  Outbox outbox() {
    return outboxes.of(AGENCY.id());
  }

  @Override
  public void close() {
    context.stop();
  }
}
