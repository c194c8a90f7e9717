package jp.renkei.routing.https;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The flow over https with an agency that answers at once: real TLS, a real token, real faults. */
@HubTest
class DigitalAgencyIT {

  @Autowired private HubClient hub;
  @Autowired private JdbcClient jdbc;

  @Value("${renkei.data}")
  private Path data;

  private AccountInquiries inquiries;

  @BeforeEach
  void begin() {
    inquiries = new AccountInquiries(hub);
  }

  @AfterEach
  void behave() {
    inquiries.behave();
  }

  @Test
  void anAccountIsAnswered() {
    JsonNode ended = inquiries.ask("0012345678");

    assertThat(ended.get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(ended.at("/reply/registered").textValue()).isEqualTo("YES");
    assertThat(ended.at("/reply/account/accountNumber").textValue()).isEqualTo("0012345");
    assertThat(ended.at("/reply/holderMatches").textValue()).isEqualTo("YES");
    assertThat(inquiries.timeline(ended))
        .containsExactly("ACCEPTED", "SENT known by its reply", AccountInquiries.ANSWERED);
  }

  @Test
  void noAccountIsAnAnswerToo() {
    JsonNode ended = inquiries.ask("12345679");

    assertThat(ended.get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(ended.at("/reply/registered").textValue()).isEqualTo("NO");
    assertThat(ended.at("/reply").has("account")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, false"})
  void withoutTheWishNothingLeaves(boolean there, boolean wish) {
    int before = received();
    ObjectNode body = AccountInquiries.body("801");
    ObjectNode payload = (ObjectNode) body.get("payload");
    payload.remove("wish");
    if (there) {
      payload.put("wish", wish);
    }

    HttpResponse<String> refused = hub.post(newKey(), null, body.toString());

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(hub.read(refused).get("code").textValue()).isEqualTo("RK-1206");
    assertThat(hub.read(refused).get("titleJa").textValue()).contains("本人の希望");
    assertThat(received()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "other-person, 811, REPLY_OTHER_PERSON",
    "other-environment, 816, REPLY_NOT_VALID the environment mark is not ours",
    "unknown-layout, 812, REPLY_UNKNOWN_LAYOUT",
    "garbage, 813, REPLY_NOT_READABLE",
  })
  void anOddAnswerIsHeldAndTheInquiryWaits(String as, String subject, String event) {
    inquiries.mock("replies", "[{\"subject\": \"%s\", \"as\": \"%s\"}]".formatted(subject, as));

    JsonNode inquiry = inquiries.post(subject);

    await()
        .untilAsserted(
            () -> assertThat(inquiries.timeline(inquiry)).anyMatch(x -> x.startsWith(event)));
    await().untilAsserted(() -> assertThat(unsent(inquiry)).isZero());
    JsonNode now = inquiries.get(inquiry, null);
    assertThat(now.get("state").textValue()).isEqualTo("SENT");
    assertThat(now.has("reply")).isFalse();
  }

  @Test
  void whatTheAgencyRefusesHasFailed() {
    inquiries.mock("replies", "[{\"subject\": \"814\", \"as\": \"refused\"}]");

    JsonNode ended = inquiries.ask("814");

    assertThat(ended.get("outcome").textValue()).isEqualTo("FAILED");
    assertThat(inquiries.timeline(ended))
        .containsExactly("ACCEPTED", "SEND_REFUSED HTTP 422", "ENDED FAILED");
  }

  @Test
  void anAgencyThatIsDownIsTriedAgain() {
    inquiries.mock("faults", "{\"down\": true}");
    JsonNode inquiry = inquiries.post("12345678");
    await()
        .untilAsserted(
            () ->
                assertThat(inquiries.timeline(inquiry))
                    .startsWith("ACCEPTED", "SEND_POSTPONED UNREACHABLE"));

    inquiries.behave();

    assertThat(inquiries.get(inquiry, "20s").get("outcome").textValue()).isEqualTo("ANSWERED");
  }

  @Test
  void whatTheDemoMakesIsForItsOwnerOnly() throws Exception {
    inquiries.ask("12345678");
    for (String name :
        new String[] {"agency-connections.json", "partners/digital-agency/key.p12"}) {
      Path file = data.resolve("demo").resolve(name);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  private int received() {
    return hub.read(hub.get("admin", "/mock/agencies/digital-agency/received")).size();
  }

  private int unsent(JsonNode inquiry) {
    return jdbc.sql("select count(*) from dispatch where inquiry_id = ? and what = 'SEND'")
        .param(inquiry.get("id").textValue())
        .query(Integer.class)
        .single();
  }
}
