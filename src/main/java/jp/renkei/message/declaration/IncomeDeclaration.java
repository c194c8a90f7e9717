package jp.renkei.message.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.OwnerKind;
import jp.renkei.message.OwnerReply;
import jp.renkei.message.Question;
import jp.renkei.message.Reply;
import jp.renkei.message.YearForms;
import jp.renkei.message.YearQuestion;
import jp.renkei.problem.Fault;

/**
 * The message kind {@code income-declaration} (所得申告書の内容). It takes and gives {@link YearQuestion}
 * and {@link OwnerReply}; those of another kind are a {@link ClassCastException}.
 */
public final class IncomeDeclaration implements OwnerKind {

  private static final String LAYOUT = "1.0";
  private static final String DECLARED_ON = "declaredOn";
  private static final String NO_INCOME = "noIncome";
  private static final String INCOMES = "incomes";

  private final YearForms forms = new YearForms("income-declaration");

  @Override
  public String id() {
    return "income-declaration";
  }

  @Override
  public String layout() {
    return LAYOUT;
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public JsonNode payloadSchema() {
    return forms.requestSchema();
  }

  @Override
  public JsonNode answerSchema() {
    return forms.toldSchema();
  }

  @Override
  public YearQuestion question(JsonNode given) {
    return forms.question(given);
  }

  @Override
  public byte[] message(MessageHeader header, Question question) {
    return ((YearQuestion) question).message(LAYOUT, header);
  }

  @Override
  public OwnerReply told(MessageHeader header, Question question, JsonNode reply, LocalDate today) {
    forms.check((YearQuestion) question, reply, faults -> contradictions(reply, today, faults));
    return new OwnerReply(header.number(), header.environment(), reply.deepCopy());
  }

  @Override
  public ObjectNode answer(Question question, Reply reply) {
    return DeclarationAnswer.of((YearQuestion) question, (OwnerReply) reply);
  }

  private static void contradictions(JsonNode reply, LocalDate today, List<Fault> faults) {
    boolean found = "FOUND".equals(reply.get("result").textValue());
    for (String field : List.of(DECLARED_ON, NO_INCOME, INCOMES, "dependents")) {
      if (!found && reply.has(field)) {
        YearForms.refuse(faults, "/" + field, "only with FOUND");
      }
    }
    if (found) {
      if (!reply.has(DECLARED_ON)) {
        YearForms.refuse(faults, "/" + DECLARED_ON, "required with FOUND");
      }
      if (reply.has(NO_INCOME) == reply.has(INCOMES)) {
        YearForms.refuse(faults, "/" + INCOMES, "either incomes or noIncome");
      }
      YearForms.refuseAfter(today, reply.path(DECLARED_ON), "/" + DECLARED_ON, faults);
    }
    refuseTwice(reply.path(INCOMES), faults);
    refuseMoreYoung(reply.path("dependents"), faults);
  }

  private static void refuseTwice(JsonNode incomes, List<Fault> faults) {
    Set<String> kinds = new TreeSet<>();
    for (int i = 0; i < incomes.size(); i++) {
      if (!kinds.add(incomes.get(i).get("kind").textValue())) {
        YearForms.refuse(faults, "/" + INCOMES + "/" + i + "/kind", "stands twice");
      }
    }
  }

  private static void refuseMoreYoung(JsonNode dependents, List<Fault> faults) {
    if (dependents.path("under16").asInt() > dependents.path("count").asInt()) {
      YearForms.refuse(faults, "/dependents/under16", "more than there are dependents");
    }
  }
}
