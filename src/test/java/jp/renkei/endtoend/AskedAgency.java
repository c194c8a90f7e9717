package jp.renkei.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.function.Function;
import jp.renkei.mock.Asked;
import jp.renkei.mock.Behaviour;
import jp.renkei.mock.account.ReceivingAccount;
import jp.renkei.mock.employment.EmploymentInsurance;

/** A mock agency that is asked on one flow, and what it would say of everybody. */
enum AskedAgency {
  MHLW("mhlw", "assessment.mhlw-employment", EmploymentInsurance::new),
  DIGITAL("digital-agency", "collection.receiving-account", ReceivingAccount::new);

  private final String id;
  private final String flow;
  private final Behaviour behaviour;

  AskedAgency(String id, String flow, Function<JsonNode, Behaviour> behaviour) {
    this.id = id;
    this.flow = flow;
    this.behaviour = behaviour.apply(residents(id));
  }

  private static JsonNode residents(String id) {
    try (InputStream in =
        AskedAgency.class.getResourceAsStream("/mock-endpoints/" + id + "/residents.yaml")) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String id() {
    return id;
  }

  String flow() {
    return flow;
  }

  /** The outcome of an inquiry that comes to an answer. */
  String outcome(Accepted inquiry) {
    JsonNode period = inquiry.body().at("/payload/period");
    return behaviour
        .residentsSay(
            new Asked(
                inquiry.number(),
                "demo",
                inquiry.subject(),
                LocalDate.parse(period.path("from").asText("2026-11-22")),
                LocalDate.parse(period.path("to").asText("2026-11-22"))))
        .outcome()
        .name();
  }
}
