package jp.renkei.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.renkei.message.account.ReceivingAccount;
import jp.renkei.message.employment.EmploymentInsurance;
import jp.renkei.message.income.InsuredIncome;
import jp.renkei.message.registry.RegistryIdentity;
import jp.renkei.problem.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndividualNumberGuardsTest {

  private final EmploymentInsurance employment = new EmploymentInsurance();
  private final ReceivingAccount account = new ReceivingAccount();
  private final InsuredIncome income = new InsuredIncome();
  private final RegistryIdentity registry = new RegistryIdentity();
  private final IndividualNumberGuards guards =
      new IndividualNumberGuards(new MessageKinds(List.of(employment, account, income, registry)));
  private final ObjectMapper json = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"ヤマダ123456789018", "ヤ１２３４－５６７８－９０１８", "ヤ 1234 5678 9018 タロウ"})
  void aNameIsFreeText(String name) throws Exception {
    ObjectNode payload = accountPayload().put("nameKana", name);

    assertThat(account.question(payload)).isNotNull();
    assertThat(guards.inPayload(account, payload, false))
        .containsExactly(fault("/payload/nameKana"));
  }

  @Test
  void aLineOfAnAddressIsFreeText() throws Exception {
    ObjectNode payload = incomePayload();
    ((ArrayNode) payload.at("/addressee/address")).set(1, "連携ハイツ 1234 5678 9018");

    assertThat(guards.inPayload(income, payload, false))
        .containsExactly(fault("/payload/addressee/address/1"));
  }

  @Test
  void twoFieldsAreBothNamed() throws Exception {
    ObjectNode payload = incomePayload();
    ((ObjectNode) payload.get("addressee")).put("name", "123456789018");
    ((ArrayNode) payload.at("/addressee/address")).set(0, "234567890121");

    assertThat(guards.inPayload(income, payload, false))
        .containsExactlyInAnyOrder(
            fault("/payload/addressee/name"), fault("/payload/addressee/address/0"));
  }

  @Test
  void aWrongCheckDigitIsNoIndividualNumber() throws Exception {
    assertThat(guards.inPayload(account, accountPayload().put("nameKana", "ヤ123456789019"), false))
        .isEmpty();
  }

  /** The resident number is typed by its pattern, and so is the code of a provider. */
  @ParameterizedTest
  @ValueSource(strings = {"residentNumber", "provider"})
  void aNumberOrACodeIsExemptBySchema(String field) throws Exception {
    ObjectNode payload = employmentPayload().put(field, "202606150930");

    assertThat(employment.question(payload)).isNotNull();
    assertThat(guards.inPayload(employment, payload, false)).isEmpty();
  }

  @Test
  void whatIsNoTextIsExempt() throws Exception {
    ObjectNode payload = incomePayload().put("year", 202606150930L);

    assertThat(guards.inPayload(income, payload, false)).isEmpty();
  }

  @Test
  void aNameInAnAnswerIsFreeTextAndItsNumbersAreNot() throws Exception {
    ObjectNode answer =
        (ObjectNode)
            json.readTree(
                """
                {"residentNumber": "202606150930", "result": "ANSWERED", "registered": "YES",
                 "account": {"bankCode": "9901", "bankNameKana": "ﾐﾅﾄ", "branchCode": "001",
                   "branchNameKana": "ﾎﾝﾃﾝ", "depositType": "1", "accountNumber": "0012345",
                   "holderKana": "ﾔﾏﾀﾞ ﾀﾛｳ"},
                 "holderMatches": "YES", "basis": "Renkei project rule (独自の取扱い)", "flags": [],
                 "nonDisclosable": false}""");
    assertThat(guards.inAnswer(account, answer, false)).isEmpty();

    ((ObjectNode) answer.get("account")).put("holderKana", "ﾔﾏﾀﾞ 1234-5678-9018");

    assertThat(guards.inAnswer(account, answer, false))
        .containsExactly(fault("/reply/account/holderKana"));
  }

  @Test
  void whatNoSchemaKnowsIsLeftToTheSchema() throws Exception {
    ObjectNode payload = accountPayload().put("remarks", "123456789018").put("123456789018", "a");

    assertThat(guards.inPayload(account, payload, false)).isEmpty();
    assertThat(guards.inPayload(account, null, false)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, 0", "false, 1"})
  void aFieldOfItsOwnMayHoldOneWhereTheFlowMayCarryIt(boolean mayCarry, int faults)
      throws Exception {
    ObjectNode payload =
        read(
            """
            {"residentNumber": "1", "individualNumber": "123456789018", "nonDisclosable": false}""");
    ObjectNode answer =
        read("{\"residentNumber\": \"1\", \"currentIndividualNumber\": \"123456789018\"}");

    assertThat(guards.inPayload(registry, payload, mayCarry))
        .hasSize(faults)
        .allMatch(fault -> fault.pointer().equals("/payload/individualNumber"));
    assertThat(guards.inAnswer(registry, answer, mayCarry))
        .hasSize(faults)
        .allMatch(fault -> fault.pointer().equals("/reply/currentIndividualNumber"));
  }

  @Test
  void freeTextHoldsNoneWhateverTheFlow() throws Exception {
    ObjectNode payload =
        read(
            """
            {"residentNumber": "1", "name": "連携 1234 5678 9018", "address": "港町",
             "birthDate": "1980-05-10", "sex": "1", "nonDisclosable": false}""");

    assertThat(guards.inPayload(registry, payload, true)).containsExactly(fault("/payload/name"));
  }

  private static Fault fault(String pointer) {
    return new Fault(pointer, "holds what may be an individual number");
  }

  private ObjectNode accountPayload() throws Exception {
    return read(
        """
        {"residentNumber": "1", "nameKana": "ヤマダ", "wish": true, "nonDisclosable": false}""");
  }

  private ObjectNode employmentPayload() throws Exception {
    return read(
        """
        {"residentNumber": "1", "birthDate": "1980-05-10", "nonDisclosable": false,
         "period": {"from": "2025-04-01", "to": "2026-11-22"}}""");
  }

  private ObjectNode incomePayload() throws Exception {
    return read(
        """
        {"residentNumber": "1", "year": 2026, "nonDisclosable": false,
         "addressee": {"name": "髙﨑 𠮷子", "postalCode": "000-0000",
                       "address": ["○○市東区本町二丁目3番4号", "連携ハイツ101号"]}}""");
  }

  private ObjectNode read(String text) throws Exception {
    return (ObjectNode) json.readTree(text);
  }
}
