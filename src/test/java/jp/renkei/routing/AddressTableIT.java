package jp.renkei.routing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.renkei.PrintedDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tries every address of the broker as nobody and as each user, and prints who gets through. */
class AddressTableIT {

  /** What must be closed: the broker's own, and one that is made up. */
  private static final List<String> OTHERS =
      List.of("activemq.management", "agency.nobody.inquiry");

  @TempDir Path folder;
  private BrokerAtWork broker;

  @BeforeEach
  void start() throws Exception {
    broker = new BrokerAtWork(folder);
  }

  @AfterEach
  void stop() throws Exception {
    broker.stop();
  }

  @Test
  void thePrintedTableIsWhatTheBrokerDoes() throws IOException {
    Set<String> addresses = new TreeSet<>(broker.addresses());
    assertThat(addresses)
        .contains("agency.mhlw.inquiry", "hub.answers", "hub.questions.nhi", "hub.expired");
    List<String> rows = new ArrayList<>(addresses);
    OTHERS.stream().filter(other -> !rows.contains(other)).forEach(rows::add);

    PrintedDocument.assertPrinted(
        Path.of("docs/security.md"),
        "addresses",
        getClass(),
        "| address | nobody | "
            + String.join(" | ", BrokerAtWork.USERS)
            + " |\n|---|"
            + "---|".repeat(BrokerAtWork.USERS.size() + 1)
            + "\n"
            + rows.stream().map(this::row).collect(Collectors.joining()));
  }

  private String row(String address) {
    return BrokerAtWork.USERS.stream()
        .map(user -> cell(user, address))
        .collect(
            Collectors.joining(
                " | ", "| `" + address + "` | " + cell(null, address) + " | ", " |\n"));
  }

  private String cell(String user, String address) {
    List<String> may = new ArrayList<>();
    if (works(() -> broker.send(session(user), address, "knock"))) {
      may.add("send");
    }
    if (works(() -> consume(session(user), address))) {
      may.add("read");
    }
    return may.isEmpty() ? "–" : String.join(", ", may);
  }

  private Session session(String user) throws JMSException {
    return user == null ? broker.session(null, null) : broker.session(user);
  }

  private static void consume(Session session, String address) throws JMSException {
    session.createConsumer(session.createQueue(address)).close();
  }

  private static boolean works(Attempt attempt) {
    try {
      attempt.run();
      return true;
    } catch (JMSException refused) {
      return false;
    }
  }

  /** What a user tries. */
  @FunctionalInterface
  private interface Attempt {
    void run() throws JMSException;
  }
}
