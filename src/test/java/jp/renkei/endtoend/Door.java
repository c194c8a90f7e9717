package jp.renkei.endtoend;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import jp.renkei.demo.DemoCredentials.Credential;
import jp.renkei.demo.HubClient;
import jp.renkei.demo.HubClient.Answer;

/** Where an upstream system hands in what it asks, one by one. */
@FunctionalInterface
interface Door {

  /** Posts {@code {"flow", "payload", …}} under an idempotency key. */
  Answer post(String key, ObjectNode body) throws IOException;

  /** Of what agencies are asked. */
  static Door inquiries(HubClient hub, Credential caller) {
    return (key, body) -> hub.inquire(caller, key, "", body);
  }

  /** Of what an owner among the callers is asked; the flow stands in the path. */
  static Door questions(HubClient hub, Credential caller) {
    return (key, body) -> {
      ObjectNode question = body.deepCopy();
      String flow = question.remove("flow").textValue();
      return hub.ask(caller, key, flow, question);
    };
  }
}
