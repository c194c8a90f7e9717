package jp.renkei.message.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import jp.renkei.message.Address;
import jp.renkei.message.BirthDate;
import jp.renkei.message.PayloadSchema;
import jp.renkei.message.ResidentNumber;
import jp.renkei.message.Whom;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Reads a caller's payload: by the schema, then by what a schema cannot say. */
final class NetworkPayload<P> {

  private static final String BIRTH_DATE = "birthDate";
  private static final String PROVIDER = "provider";

  private final NetworkSubject<P, ?, ?> subject;
  private final JsonMapper json;
  private final PayloadSchema schema;
  private final boolean hasProvider;

  NetworkPayload(String kind, NetworkSubject<P, ?, ?> subject, JsonMapper json) {
    this.subject = subject;
    this.json = json;
    this.schema = new PayloadSchema("/schemas/" + kind + ".request.schema.json");
    this.hasProvider = schema.document().path("properties").has(PROVIDER);
  }

  JsonNode schema() {
    return schema.document();
  }

  /**
   * @throws ProblemException {@code INVALID_PAYLOAD} with every place that is wrong
   */
  NetworkQuestion<P> read(JsonNode given) {
    JsonNode payload = given == null ? MissingNode.getInstance() : given;
    List<Fault> faults = new ArrayList<>(schema.faults(payload));
    if (faults.isEmpty()) {
      refuseImpossibleBirth(payload, faults);
      refuseReversedAddresses(payload, faults);
      faults.addAll(subject.faults(payload));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INVALID_PAYLOAD, faults);
    }
    P asked = json.convertValue(payload, subject.payload());
    return new NetworkQuestion<>(
        ResidentNumber.normalise(payload.get("residentNumber").textValue()),
        hasProvider ? whom(payload, asked) : null,
        null,
        payload.get("nonDisclosable").booleanValue(),
        asked,
        subject.repeated(asked));
  }

  private Whom whom(JsonNode payload, P asked) {
    return new Whom(
        payload.path(PROVIDER).textValue(), addresses(payload), subject.addressDays(asked));
  }

  private List<Address> addresses(JsonNode payload) {
    return StreamSupport.stream(payload.path("addressHistory").spliterator(), false)
        .map(address -> json.convertValue(address, Address.class))
        .toList();
  }

  private static void refuseImpossibleBirth(JsonNode payload, List<Fault> faults) {
    if (payload.has(BIRTH_DATE) && BirthDate.parse(payload.get(BIRTH_DATE).textValue()).isEmpty()) {
      faults.add(new Fault("/payload/" + BIRTH_DATE, "must be a date that exists"));
    }
  }

  private static void refuseReversedAddresses(JsonNode payload, List<Fault> faults) {
    JsonNode history = payload.path("addressHistory");
    for (int i = 0; i < history.size(); i++) {
      JsonNode to = history.get(i).path("to");
      if (to.isTextual() && history.get(i).get("from").textValue().compareTo(to.textValue()) > 0) {
        faults.add(new Fault("/payload/addressHistory/" + i, "from is after to"));
      }
    }
  }
}
