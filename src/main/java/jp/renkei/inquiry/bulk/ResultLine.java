package jp.renkei.inquiry.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.renkei.inquiry.Refusal;

/** What became of one line, as callers read it: with the id, or the problem of the single door. */
public final class ResultLine {

  private ResultLine() {}

  public static ObjectNode of(LineResult result) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("line", result.line());
    view.put("key", result.key());
    view.put("status", result.status());
    if (result.problem() == null) {
      view.put("id", result.id());
    } else {
      view.set("problem", Refusal.body(result.problem(), result.faults()));
    }
    return view;
  }
}
