package jp.renkei.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An agency reached over https, as its file describes it. */
class HttpsEntryTest {

  private static final String FILE = "routes/agencies/bank.yaml";
  private static final String TEXT =
      """
      id: bank
      title:
        ja: 銀行
        en: Bank
      path: bank
      transport: https
      inFlight: 8
      https:
        url: https://bank.example/inquiries
        authentication: client_secret_basic
        tokenEndpoint: https://login.bank.example/token
        clientId: renkei
        mutualTls: yes
        answers: polling
        pollInterval: PT30S
        connectTimeout: PT5S
        responseTimeout: PT20S
        responses: 65536
      """;

  @Test
  void readsAConnection() {
    Agency bank = read(TEXT).agency("bank").orElseThrow();

    assertThat(bank.transport()).isEqualTo(Transport.HTTPS);
    assertThat(bank.encryption()).isEqualTo(Agency.Encryption.NONE);
    assertThat(bank.https())
        .isEqualTo(
            new HttpsConnection(
                URI.create("https://bank.example/inquiries"),
                HttpsConnection.Authentication.CLIENT_SECRET_BASIC,
                URI.create("https://login.bank.example/token"),
                "renkei",
                null,
                true,
                HttpsConnection.Answers.POLLING,
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                65_536));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "url: https://bank.example/inquiries | url: http://bank.example/inquiries | 9",
        "url: https://bank.example/inquiries | url: https://me@bank.example/ | 9",
        "url: https://bank.example/inquiries | url: https://bank.example/?a=b | 9",
        "url: https://bank.example/inquiries | url: https:nowhere | 9",
        "client_secret_basic | client-secret-basic | 10",
        "answers: polling | answers: never | 14",
        "answers: polling | answers: callback | 15",
        "pollInterval: PT30S | pollInterval: 30 | 15",
        "responses: 65536 | responses: 1048577 | 18",
        "responses: 65536 | responses: 0 | 18",
        "mutualTls: yes | mutualTls: maybe | 13",
        "transport: https | transport: jms | 1",
        "inFlight: 8 | encryption: jwe | 7"
      })
  void tellsAFaultWithItsLine(String right, String wrong, int line) {
    assertThat(TEXT).contains(right);

    CatalogueFaults faults =
        catchThrowableOfType(CatalogueFaults.class, () -> read(TEXT.replace(right, wrong)));

    assertThat(faults.faults()).isNotEmpty().anyMatch(fault -> fault.line() == line);
  }

  private static Catalogue read(String text) {
    return new CatalogueReader(Map.of())
        .read(List.of(), List.of(new CatalogueSource(FILE, text)), List.of());
  }
}
