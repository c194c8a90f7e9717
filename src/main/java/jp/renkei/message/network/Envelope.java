package jp.renkei.message.network;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.ReplyClass;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.ReplyRefused.Reason;
import jp.renkei.message.ResidentNumber;
import jp.renkei.message.network.NetworkReply.UnsetItem;

/** What inquiry and reply have in common, whatever their form. */
final class Envelope<P, R, T extends Told> {

  /** The layout version that is written and understood. */
  static final String LAYOUT = "1.0";

  private static final Set<ReplyClass> WITH_DATA = Set.of(ReplyClass.ANSWERED, ReplyClass.PARTIAL);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneId.of("Asia/Tokyo"));

  private final NetworkSubject<P, R, T> subject;
  private final JsonMapper json = NetworkJson.mapper();

  Envelope(NetworkSubject<P, R, T> subject) {
    this.subject = subject;
  }

  /** The inquiry by the names of its schema; with a provider where one is asked. */
  ObjectNode inquiry(MessageHeader header, NetworkQuestion<P> question) {
    ObjectNode inquiry = json.createObjectNode();
    inquiry.put("layout", LAYOUT);
    inquiry.put("number", header.number());
    inquiry.put("environment", header.environment());
    inquiry.put("flow", header.flow());
    inquiry.put("accepted", seconds(header.accepted()));
    inquiry.put("residentNumber", question.residentNumber());
    inquiry.setAll(json.<ObjectNode>valueToTree(question.repeated()));
    inquiry.setAll(json.<ObjectNode>valueToTree(subject.further(question.asked())));
    inquiry.put("nonDisclosable", question.nonDisclosable());
    if (question.provider() != null) {
      inquiry.put("provider", question.provider());
    }
    return inquiry;
  }

  /**
   * Reads a reply that is valid by its schema.
   *
   * @param told its fields by their names
   * @param mapper reads what the form leaves out
   * @throws ReplyRefused where it contradicts itself
   */
  NetworkReply<R, T> reply(ObjectNode told, JsonMapper mapper) throws ReplyRefused {
    NetworkReply<R, T> reply =
        new NetworkReply<>(
            told.path("number").textValue(),
            told.path("receiptNumber").textValue(),
            told.get("environment").textValue(),
            ReplyClass.valueOf(told.get("result").textValue()),
            ResidentNumber.normalise(told.get("residentNumber").textValue()),
            mapper.convertValue(told, subject.repeated()),
            told.path("nonDisclosable").asBoolean(),
            told.path("providerStopped").asBoolean(),
            mapper.convertValue(told, subject.told()),
            unset(told));
    refuseContradictions(reply);
    return reply;
  }

  private List<UnsetItem> unset(ObjectNode told) {
    return told.has("unset")
        ? Arrays.asList(json.convertValue(told.get("unset"), UnsetItem[].class))
        : List.of();
  }

  /** What the schema cannot say. */
  private static void refuseContradictions(NetworkReply<?, ?> reply) throws ReplyRefused {
    refuseIf(
        !WITH_DATA.contains(reply.replyClass()) && !reply.told().isEmpty(),
        "there is data, but the result is neither ANSWERED nor PARTIAL");
    refuseIf(
        reply.providerStopped() && reply.replyClass() != ReplyClass.TEMPORARY,
        "providerStopped: the result is not TEMPORARY");
    refuseIf(
        !reply.unsetItems().isEmpty() && reply.replyClass() != ReplyClass.PARTIAL,
        "unset: there are unset items, but the result is not PARTIAL");
    Optional<String> missing = reply.complete() ? reply.told().missing() : Optional.empty();
    refuseIf(missing.isPresent(), missing.orElse("") + ": missing, but the result is not PARTIAL");
    Optional<String> contradiction = reply.told().contradiction();
    refuseIf(contradiction.isPresent(), contradiction.orElse(""));
  }

  private static void refuseIf(boolean wrong, String detail) throws ReplyRefused {
    if (wrong) {
      throw new ReplyRefused(Reason.NOT_VALID, detail);
    }
  }

  private static String seconds(Instant accepted) {
    return SECONDS.format(accepted.truncatedTo(ChronoUnit.SECONDS));
  }
}
