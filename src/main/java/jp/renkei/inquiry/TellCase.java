package jp.renkei.inquiry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.renkei.flow.JapaneseTime;
import jp.renkei.ledger.CaseKey;
import jp.renkei.ledger.CaseNews;
import jp.renkei.ledger.Delivery;
import jp.renkei.protection.Caller;
import jp.renkei.protection.Users;

/**
 * Tells a caller who takes outcomes by queue that its case is completed: {@code {"case", "state",
 * "completed"}} on {@code hub.cases.<caller>}, with the case as correlation. What is missing is
 * read over HTTP.
 */
final class TellCase implements CaseNews {

  private static final String TYPE = "case/1.0";
  private static final Duration KEEP = Duration.ofDays(30);

  private final Map<String, Caller> callers;
  private final PackDelivery pack;

  TellCase(Users users, PackDelivery pack) {
    this.callers =
        users.callers().stream().collect(Collectors.toMap(Caller::id, Function.identity()));
    this.pack = pack;
  }

  @Override
  public Optional<Delivery> completed(CaseKey key, Instant at) {
    return Optional.ofNullable(callers.get(key.caller()))
        .filter(caller -> caller.outcomes().byQueue())
        .map(caller -> packed(caller, key, at));
  }

  private Delivery packed(Caller caller, CaseKey key, Instant at) {
    String told =
        JsonNodeFactory.instance
            .objectNode()
            .put("case", key.id())
            .put("state", "COMPLETED")
            .put("completed", JapaneseTime.text(at))
            .toString();
    Deliveries.What what =
        new Deliveries.What(TYPE, "case/" + key.id() + "/COMPLETED", key.id(), null, KEEP);
    return pack.pack(caller, caller.cases(), what, told.getBytes(StandardCharsets.UTF_8)).row();
  }
}
