package jp.renkei.inquiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.Outcome;
import jp.renkei.message.MessageKind;
import jp.renkei.message.MessageKinds;
import jp.renkei.protection.Caller;
import jp.renkei.protection.Users;

/**
 * Prepares the outcome for a caller who takes it by queue: what it would get by asking. Of a flow
 * that may carry an individual number (個人番号) only the head travels; the answer is fetched over
 * HTTP.
 */
public final class TellOutcome {

  /** Where a flow has left the catalogue, nobody knows its retention any more. */
  private static final Duration KEEP = Duration.ofDays(30);

  private final Map<String, Caller> callers;
  private final Catalogue catalogue;
  private final MessageKinds kinds;
  private final OutcomeView view;
  private final Deliveries deliveries;
  private final ObjectMapper json;

  public TellOutcome(
      Users users,
      Catalogue catalogue,
      MessageKinds kinds,
      OutcomeView view,
      Deliveries deliveries,
      ObjectMapper json) {
    this.callers =
        users.callers().stream().collect(Collectors.toMap(Caller::id, Function.identity()));
    this.catalogue = catalogue;
    this.kinds = kinds;
    this.view = view;
    this.deliveries = deliveries;
    this.json = json;
  }

  /**
   * The outcome as it is delivered, or nothing where its caller asks for it.
   *
   * @param ended the inquiry with its outcome
   * @param answer what its caller gets, or null where nobody answered
   */
  Optional<PromisedDelivery> of(Inquiry ended, ObjectNode answer) {
    Caller caller = callers.get(ended.caller());
    if (caller == null || !(ended.byQueue() || caller.outcomes().byQueue())) {
      return Optional.empty();
    }
    Optional<Flow> flow = catalogue.flow(ended.flow());
    boolean travels =
        flow.isPresent()
            && !flow.get().individualNumber()
            // as by asking: what has expired may yet be answered
            && ended.outcome() != Outcome.EXPIRED;
    return Optional.of(
        deliveries.prepare(
            caller,
            caller.replies(),
            new Deliveries.What(
                flow.flatMap(its -> kinds.byId(its.kind()))
                    .map(MessageKind::type)
                    .orElse("inquiry/1.0"),
                duplicateId(ended),
                ended.number(),
                ended.id(),
                flow.map(Flow::retention).orElse(KEEP)),
            bytes(view.of(ended, travels ? answer : null))));
  }

  /** One that was replayed may fail twice, and is told twice. */
  private static String duplicateId(Inquiry ended) {
    return ended.number() + "/" + ended.outcome() + "/" + ended.ended().toEpochMilli();
  }

  private byte[] bytes(ObjectNode told) {
    try {
      return json.writeValueAsBytes(told);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An outcome cannot be written", e);
    }
  }
}
