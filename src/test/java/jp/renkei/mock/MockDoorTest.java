package jp.renkei.mock;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class MockDoorTest {

  private static final String FAULTS = "/mock/agencies/mhlw/faults";
  private static final String REPLIES = "/mock/agencies/mhlw/replies";

  @TempDir Path folder;
  private Received received;
  private MockMvc door;

  @BeforeEach
  void open() {
    received = new Received(folder.resolve("received.log"));
    Desk desk = new Desk("mhlw", TestAgencies.ministry(), received);
    MockAgency agency = new MockAgency("mhlw", received, desk, new NoLine());
    door =
        MockMvcBuilders.routerFunctions(new MockDoor(new MockAgencies(List.of(agency))).routes())
            .build();
  }

  @AfterEach
  void close() {
    received.close();
  }

  @Test
  void faultsAreSetShownAndCleared() throws Exception {
    send(
            FAULTS,
            """
            {"down": false, "delayMs": 10, "errorRate": 0.1, "dropRate": 0.0, "duplicateRate": 0.0,
             "lateRate": 0.0, "lateMs": 0, "garbageRate": 0.0, "shuffle": 3, "seed": 9}
            """)
        .andExpect(status().isOk());
    door.perform(get(FAULTS))
        .andExpect(jsonPath("$.delayMs").value(10))
        .andExpect(jsonPath("$.seed").value(9));
    door.perform(delete(FAULTS)).andExpect(status().isNoContent());
    door.perform(get(FAULTS))
        .andExpect(jsonPath("$.delayMs").value(0))
        .andExpect(jsonPath("$.seed").value(1));
  }

  @Test
  void faultsLeftOutAreNone() throws Exception {
    send(FAULTS, "{\"down\": true}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.down").value(true))
        .andExpect(jsonPath("$.seed").value(1));
  }

  @Test
  void wrongFaultsAreRefusedWithTheirPlace() throws Exception {
    send(FAULTS, "{\"errorRat\": 1}")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.code").value("RK-1202"))
        .andExpect(jsonPath("$.faults[0].pointer").value("/errorRat"));
    send(FAULTS, "{\"errorRate\": 1.5, \"dropRate\": -1}")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.faults[0].pointer").value("/errorRate"))
        .andExpect(jsonPath("$.faults[1].pointer").value("/dropRate"));
    send(FAULTS, "{\"errorRate\": \"often\"}")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.faults[0].pointer").value("/errorRate"));
    send(FAULTS, "{\"errorRate\": ").andExpect(status().isBadRequest());
    send(FAULTS, "null").andExpect(status().isBadRequest());
    send(FAULTS, "[]").andExpect(status().isUnprocessableEntity());
  }

  @Test
  void scriptsAreSetShownAndCleared() throws Exception {
    send(
            REPLIES,
            """
            [{"subject": "0012345678", "outcome": "ANSWERED", "reply": {"leavings": [
               {"leavingDate": "2026-03-30", "reasonCode": "11", "qualification": "1",
                "decisionDate": "2026-04-13"}]}},
             {"subject": "1", "as": "garbage"}]
            """)
        .andExpect(status().isOk());
    door.perform(get(REPLIES))
        .andExpect(jsonPath("$.length()").value(2))
        .andExpect(jsonPath("$[0].reply.leavings[0].leavingDate").value("2026-03-30"))
        .andExpect(jsonPath("$[1].as").value("garbage"))
        .andExpect(jsonPath("$[1].outcome").doesNotExist());
    door.perform(delete(REPLIES)).andExpect(status().isNoContent());
    door.perform(get(REPLIES)).andExpect(content().json("[]", JsonCompareMode.STRICT));
  }

  @Test
  void wrongScriptsAreRefusedWithTheirPlace() throws Exception {
    send(REPLIES, "[{\"subject\": \"1\", \"outcome\": \"PERHAPS\"}]")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.faults[0].pointer").value("/0/outcome"));
    send(REPLIES, "[{\"subject\": \"1\", \"as\": \"sometimes\"}]")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.faults[0].pointer").value("/0/as"));
    send(REPLIES, "[{\"subject\": \"1\", \"when\": 1}]")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.code").value("RK-1202"));
    send(REPLIES, "[null]").andExpect(status().isUnprocessableEntity());
  }

  @Test
  void receivedIsShown() throws Exception {
    received.note("R7K2M-1", new byte[] {1});
    door.perform(get("/mock/agencies/mhlw/received"))
        .andExpect(
            content()
                .json(
                    "[{\"number\": \"R7K2M-1\", \"times\": 1, \"sameContent\": true}]",
                    JsonCompareMode.STRICT));
  }

  @Test
  void unknownAgencyIsNotFound() throws Exception {
    door.perform(get("/mock/agencies/nobody/received")).andExpect(status().isNotFound());
  }

  private ResultActions send(String door, String body) throws Exception {
    return this.door.perform(put(door).contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private static final class NoLine implements Line {

    @Override
    public void open() {}

    @Override
    public void faultsChanged() {}

    @Override
    public void close() {}
  }
}
