package jp.renkei.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import jp.renkei.demo.DemoCredentials.Credential;
import jp.renkei.demo.HubClient.Answer;
import jp.renkei.hub.AgreedKey;
import jp.renkei.hub.BrokerClient;
import jp.renkei.hub.Paperwork;
import jp.renkei.message.GoldenCase;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.KeyedReply;

/**
 * A day of everything: every golden case of every flow under a resident number of its own, and the
 * ways on which it goes wrong. Whatever was personal in it is noted.
 */
final class WholeRun {

  static final String REGISTRY = "eligibility.registry-identity";
  private static final String ACCOUNT = "collection.receiving-account";
  private static final String EMPLOYMENT = "assessment.mhlw-employment";
  private static final String LETTER = "assessment.insured-income";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String BECAUSE = "{\"reason\": \"seen\"}";

  private final JsonNodeFactory json = JsonNodeFactory.instance;
  private final Rig rig;
  private final ClearText personal;
  private final Map<String, JsonNode> flows = new TreeMap<>();
  private final Map<String, ArrayNode> scripts = new HashMap<>();
  private int residents;
  private boolean byQueue;

  /** A run with the flows that the hub has now. */
  WholeRun(Rig rig, ClearText personal) throws IOException {
    this.rig = rig;
    this.personal = personal;
    for (JsonNode flow : get(who("admin"), "/api/v1/flows")) {
      String id = flow.get("id").textValue();
      flows.put(id, get(who("admin"), "/api/v1/flows/" + id));
    }
  }

  /**
   * Asks every golden case of every flow, of a flow without any its example, and waits until each
   * has ended; a letter is answered on paper.
   */
  void everyFlow() throws IOException {
    Map<ObjectNode, String> bodies = new IdentityHashMap<>();
    List<String> asked = new ArrayList<>();
    for (JsonNode flow : flows.values()) {
      String id = flow.get("id").textValue();
      List<GoldenCase> cases = GoldenCases.of(id);
      if (flow.get("channel").textValue().equals("owner")) {
        for (GoldenCase golden : cases) {
          asked.add(answeredByOwner(id, golden));
        }
        continue;
      }
      for (GoldenCase golden : cases) {
        ObjectNode body = golden.request().deepCopy();
        String subject = aboutSomebody(body);
        if (flow.get("channel").textValue().equals("https")) {
          script(id, subject, golden);
        }
        boolean onPaper = flow.get("channel").textValue().equals("document");
        bodies.put(body, onPaper ? golden.json("keyed.json").toString() : "");
      }
      if (cases.isEmpty()) {
        ObjectNode body = anyBody(id);
        aboutSomebody(body);
        bodies.put(body, "");
      }
    }
    play();
    for (Map.Entry<ObjectNode, String> body : bodies.entrySet()) {
      String id = accepted(body.getKey());
      asked.add(id);
      if (!body.getValue().isEmpty()) {
        answerOnPaper(id, body.getValue());
      }
    }
    asked.forEach(this::awaitEnd);
  }

  /** Payloads that are refused, with what they should not have held. */
  void refusedPayloads() throws IOException {
    ObjectNode inAName = body(ACCOUNT, "registered");
    payload(inAName).put("nameKana", "ヤマダ2345-6789-0121");
    refused(422, inAName);

    ObjectNode inAnAddress = body(REGISTRY, "moved");
    payload(inAnAddress).put("address", "秘密町二丁目 2345 6789 0121");
    refused(422, inAnAddress);

    ObjectNode mistyped = body(REGISTRY, "by-number");
    payload(mistyped).put("individualNumber", "345678901239");
    refused(422, mistyped);

    ObjectNode misnamed = body(REGISTRY, "by-number");
    payload(misnamed).put("秘密 花子の氏名", "秘密 花代");
    personal.add("秘密 花子の氏名");
    personal.add("秘密 花代");
    refused(422, misnamed);

    personal.add("456789012346");
    String broken = "{\"flow\": \"" + REGISTRY + "\", \"payload\": {\"name\": 456789012346,,}}";
    assertThat(post(rig.nhi(), "/api/v1/inquiries", broken).status()).isIn(400, 422);

    ObjectNode notPermitted = body(REGISTRY, "moved");
    aboutSomebody(notPermitted);
    assertThat(
            rig.hub
                .client()
                .inquire(who("tax"), UUID.randomUUID().toString(), "", notPermitted)
                .status())
        .isEqualTo(403);
    rig.hub.client().get(who("operator"), "/api/v1/inquiries?number=567890123457");
    personal.add("567890123457");
    String reason = "{\"reason\": \"番号 6789 0123 4562 の件\"}";
    personal.add("6789 0123 4562");
    assertThat(post(who("operator"), "/api/v1/agencies/mhlw/pause", reason).status())
        .isEqualTo(422);
  }

  /** Replies that are held, by queue and over https. */
  void heldReplies() throws IOException {
    Map<String, String> held = new HashMap<>();
    for (String[] odd :
        new String[][] {
          {REGISTRY, "number-told", "other-person", "REPLY_OTHER_PERSON"},
          {REGISTRY, "moved", "unknown-layout", "REPLY_UNKNOWN_LAYOUT"},
          {ACCOUNT, "registered", "other-person", "REPLY_OTHER_PERSON"},
          {EMPLOYMENT, null, "wrong-charset", "REPLY_NOT_READABLE"},
          {EMPLOYMENT, null, "other-period", "REPLY_OTHER_PERIOD"}
        }) {
      ObjectNode body = odd[1] == null ? anyBody(odd[0]) : body(odd[0], odd[1]);
      String subject = aboutSomebody(body);
      ObjectNode script =
          odd[1] == null
              ? scripted(odd[0]).addObject().put("subject", subject)
              : script(odd[0], subject, GoldenCases.of(odd[0], odd[1]));
      script.put("as", odd[2]);
      play();
      held.put(accepted(body), odd[3]);
    }
    // a name with a number is held, whatever the flow
    ObjectNode free = body(REGISTRY, "moved");
    ObjectNode script = script(REGISTRY, aboutSomebody(free), GoldenCases.of(REGISTRY, "moved"));
    ((ObjectNode) script.at("/reply/latest")).put("name", "秘密 7890-1234-5677");
    personal.addFrom(script);
    play();
    held.put(accepted(free), "REPLY_INDIVIDUAL_NUMBER");
    held.forEach(this::awaitEvent);
  }

  /** What fails and is replayed, what waits for an agency that is down, and what is cancelled. */
  void failures() throws IOException {
    ObjectNode body = body(REGISTRY, "by-number");
    String subject = aboutSomebody(body);
    scripted(REGISTRY).addObject().put("subject", subject).put("as", "refused");
    play();
    String failed = accepted(body);
    awaitEvent(failed, "SEND_REFUSED");
    post(who("operator"), path(failed) + "/replay", BECAUSE);
    awaitEvent(failed, "REPLAYED");

    rig.agencies.misbehave("registry-network", "{\"down\": true}");
    ObjectNode waiting = body(REGISTRY, "all-four-match");
    aboutSomebody(waiting);
    String postponed = accepted(waiting);
    awaitEvent(postponed, "SEND_POSTPONED");
    ObjectNode unwanted = body(REGISTRY, "renamed");
    aboutSomebody(unwanted);
    String cancelled = accepted(unwanted);
    post(rig.nhi(), path(cancelled) + "/cancel", BECAUSE);
    awaitEnd(cancelled);
    rig.agencies.behave("registry-network");
    awaitEnd(postponed);
  }

  /** A letter that nobody answers, and one on which the two who key it in do not agree. */
  void letters() throws IOException {
    ObjectNode unanswered = anyBody(LETTER);
    aboutSomebody(unanswered);
    awaitState(accepted(unanswered), "SENT");

    ObjectNode unclear = anyBody(LETTER);
    aboutSomebody(unclear);
    String id = accepted(unclear);
    awaitState(id, "SENT");
    key("operator", id, "/answer", Paperwork.REPLY);
    key("operator2", id, "/answer/confirm", Paperwork.REPLY.replace("1200000", "1300000"));
  }

  /**
   * What its agency withheld is keyed in by hand: refused, not agreed upon, and left unconfirmed.
   */
  void byHand() throws IOException {
    ObjectNode body = body(REGISTRY, "moved");
    String subject = aboutSomebody(body);
    scripted(REGISTRY).addObject().put("subject", subject).put("outcome", "WITHHELD");
    play();
    String id = accepted(body);
    awaitEnd(id);
    ObjectNode reply = KeyedReply.ofJson(GoldenCases.of(REGISTRY, "number-told").replyMessage());
    reply.put("residentNumber", subject);
    ((ObjectNode) reply.get("latest")).put("name", "秘密 8901-2345-6780");
    personal.addFrom(reply);
    assertThat(keyByHand("operator", id, "/answer", "note 7", reply)).isEqualTo(422);
    ((ObjectNode) reply.get("latest")).put("name", "秘密 花枝");
    personal.addFrom(reply);
    assertThat(keyByHand("operator", id, "/answer", subject, reply)).isEqualTo(422);
    assertThat(keyByHand("operator", id, "/answer", "note 7", reply)).isEqualTo(200);
    ObjectNode other = reply.deepCopy();
    ((ObjectNode) other.get("latest")).put("name", "秘密 花絵");
    personal.addFrom(other);
    assertThat(keyByHand("operator2", id, "/answer/confirm", "note 7", other)).isEqualTo(409);
  }

  private int keyByHand(String user, String id, String door, String source, ObjectNode reply)
      throws IOException {
    Answer answer =
        post(who(user), path(id) + door, new Paperwork.Asked(id, source).body(reply.toString()));
    assertThat(personal.in("the problem", answer.body().toString().getBytes(UTF_8))).isEmpty();
    return answer.status();
  }

  /** The number of any inquiry that went by queue. */
  String anyNumber() throws IOException {
    JsonNode first = rig.hub.client().get(rig.nhi(), "/api/v1/inquiries?flow=" + EMPLOYMENT).body();
    return first.at("/items/0/number").textValue();
  }

  /** Gives the body a resident of its own, notes what it holds, and tells the resident. */
  private String aboutSomebody(ObjectNode body) {
    residents++;
    String subject = String.valueOf(8_765_500_000L + residents);
    payload(body).put("residentNumber", subject);
    personal.addFrom(body);
    return subject;
  }

  private ObjectNode body(String flow, String golden) {
    return GoldenCases.of(flow, golden).request().deepCopy();
  }

  private ObjectNode anyBody(String flow) {
    ObjectNode body = json.objectNode().put("flow", flow);
    body.set("payload", flows.get(flow).get("example").deepCopy());
    return body;
  }

  private static ObjectNode payload(JsonNode body) {
    return (ObjectNode) body.get("payload");
  }

  /**
   * Lets the agency reply as in the golden case. An account gets a number of its own, which does
   * not count up: the database's own pages do, byte by byte.
   */
  private ObjectNode script(String flow, String subject, GoldenCase golden) {
    ObjectNode script = GoldenReply.script(golden, subject);
    scripted(flow).add(script);
    if (script.at("/reply/account") instanceof ObjectNode account) {
      account.put("accountNumber", String.valueOf(7_390_000 + residents));
    }
    personal.addFrom(script);
    return script;
  }

  private ArrayNode scripted(String flow) {
    String agency = flows.get(flow).get("agency").textValue();
    return scripts.computeIfAbsent(agency, none -> json.arrayNode());
  }

  private void play() throws IOException {
    for (Map.Entry<String, ArrayNode> script : scripts.entrySet()) {
      rig.agencies.play(script.getKey(), script.getValue().toString());
    }
  }

  private String accepted(JsonNode body) throws IOException {
    Answer answer = rig.hub.client().inquire(rig.nhi(), UUID.randomUUID().toString(), "", body);
    assertThat(answer.status()).as(() -> body + " " + answer.body()).isEqualTo(202);
    return answer.body().get("id").textValue();
  }

  private void refused(int status, ObjectNode body) throws IOException {
    aboutSomebody(body);
    Answer answer = rig.hub.client().inquire(rig.nhi(), UUID.randomUUID().toString(), "", body);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(personal.in("the problem", answer.body().toString().getBytes(UTF_8))).isEmpty();
  }

  /**
   * Asks the flow's owner, who answers as in the golden case: by turns over HTTP, and by queue in
   * the encrypted form.
   */
  private String answeredByOwner(String flow, GoldenCase golden) throws IOException {
    ObjectNode body = golden.request().deepCopy();
    String subject = aboutSomebody(body);
    ObjectNode question = json.objectNode();
    question.set("payload", payload(body));
    Answer posted =
        rig.hub.client().ask(callerOf(flow), UUID.randomUUID().toString(), flow, question);
    assertThat(posted.status()).as(() -> posted.body().toString()).isEqualTo(202);
    String id = posted.body().get("id").textValue();
    ObjectNode told = (ObjectNode) golden.json("told.json").deepCopy();
    told.put("residentNumber", subject);
    personal.addFrom(told);
    String reply = json.objectNode().set("reply", told).toString();
    byQueue = !byQueue;
    if (byQueue) {
      answerByQueue(posted.body().get("number").textValue(), subject, reply);
    } else {
      answerOverHttp(id, reply);
    }
    return id;
  }

  private void answerOverHttp(String id, String reply) throws IOException {
    await(id)
        .atMost(PATIENCE)
        .until(
            () ->
                get(rig.nhi(), "/api/v1/questions?state=OPEN&limit=500")
                    .findValuesAsText("id")
                    .contains(id));
    assertThat(post(rig.nhi(), "/api/v1/questions/" + id + "/answer", reply).status())
        .isEqualTo(200);
  }

  private void answerByQueue(String number, String subject, String reply) {
    AgreedKey key = new AgreedKey(rig.hub.data());
    try (BrokerClient owner =
        new BrokerClient(rig.hub.data(), rig.hub.brokerPort(), "caller-nhi")) {
      JsonNode question = key.decrypted(owner.next("hub.questions.nhi", number));
      assertThat(question.at("/payload/residentNumber").textValue()).isEqualTo(subject);
      BytesMessage answer = owner.message(key.encrypted(reply));
      answer.setJMSCorrelationID(number);
      answer.setStringProperty("renkeiKey", AgreedKey.ID);
      owner.send("hub.answers", answer);
      Message told = owner.next("hub.replies.nhi", number);
      assertThat(told.getJMSType()).as(() -> "answer to " + number).isEqualTo("answered/1.0");
    } catch (JMSException e) {
      throw new AssertionError(e);
    }
  }

  private void answerOnPaper(String id, String reply) throws IOException {
    awaitState(id, "SENT");
    key("operator", id, "/answer", reply);
    key("operator2", id, "/answer/confirm", reply);
  }

  private void key(String user, String id, String door, String reply) throws IOException {
    String number =
        StreamSupport.stream(events(id).spliterator(), false)
            .filter(event -> event.get("what").textValue().equals("DOCUMENT_NUMBERED"))
            .map(event -> event.get("detail").textValue())
            .findFirst()
            .orElseThrow();
    post(who(user), path(id) + door, new Paperwork.Asked(id, number).body(reply));
  }

  private void awaitEnd(String id) {
    await(id).atMost(PATIENCE).until(() -> view(id).path("outcome").isTextual());
    personal.addFrom(get(callerOf(view(id).get("flow").textValue()), path(id)));
  }

  private void awaitState(String id, String state) {
    await(id).atMost(PATIENCE).until(() -> view(id).path("state").asText().equals(state));
  }

  private void awaitEvent(String id, String what) {
    await(what + " of " + id)
        .atMost(PATIENCE)
        .until(() -> events(id).findValuesAsText("what").contains(what));
  }

  private JsonNode view(String id) {
    return get(who("operator"), path(id));
  }

  private JsonNode events(String id) {
    return get(who("operator"), path(id) + "/events").path("items");
  }

  private JsonNode get(Credential who, String path) {
    try {
      return rig.hub.client().get(who, path).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer post(Credential who, String path, String body) throws IOException {
    return rig.hub.client().post(who, path, body);
  }

  private Credential callerOf(String flow) {
    String caller = flows.get(flow).get("callers").get(0).textValue();
    return rig.hub.credentials().ofCaller(caller).orElseThrow();
  }

  private Credential who(String role) {
    return rig.hub.credentials().of(role);
  }

  private static String path(String id) {
    return Paperwork.path(id);
  }
}
