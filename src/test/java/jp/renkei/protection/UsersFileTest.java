package jp.renkei.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.security.auth.x500.X500Principal;
import jp.renkei.problem.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class UsersFileTest {

  private static final String HASH = new BCryptPasswordEncoder(4).encode("secret");
  private static final String USERS =
      """
      [{"user": "nhi", "password": "{bcrypt}%s", "role": "CALLER", "caller": "nhi-system"},
       {"user": "yamada", "password": "{bcrypt}%s", "role": "OPERATOR"}]
      """
          .formatted(HASH, HASH);

  @TempDir Path folder;

  @Test
  void readsUsers() throws Exception {
    Users users = read(USERS);

    assertThat(users.all())
        .containsExactly(
            new User("nhi", Role.CALLER, new Caller("nhi-system")),
            new User("yamada", Role.OPERATOR, null));
    assertThat(users.matches("yamada", "secret")).isTrue();
    assertThat(users.matches("yamada", "Secret")).isFalse();
    assertThat(users.matches("tanaka", "secret")).isFalse();
  }

  @Test
  void aUserHasAPasswordOrACertificateOrBoth() throws Exception {
    Users users =
        read(
            """
            [{"user": "nhi", "subject": "cn=nhi, O=City", "role": "CALLER", "caller": "nhi-system"},
             {"user": "yamada", "password": "{bcrypt}%s", "subject": "CN=yamada", "role": "ADMIN"}]
            """
                .formatted(HASH));

    assertThat(users.find(new X500Principal("CN=NHI,O=city")).map(User::name)).contains("nhi");
    assertThat(users.find(new X500Principal("CN=yamada")).map(User::name)).contains("yamada");
    assertThat(users.find(new X500Principal("CN=nhi"))).isEmpty();
    assertThat(users.matches("yamada", "secret")).isTrue();
    assertThat(users.matches("nhi", "secret")).isFalse();
  }

  @Test
  void readsAnAgencysUser() throws Exception {
    Users users =
        read(
            USERS.replace(
                "\"role\": \"OPERATOR\"", "\"role\": \"AGENCY\", \"agency\": \"digital-agency\""));

    assertThat(users.find("yamada"))
        .contains(new User("yamada", Role.AGENCY, null, "digital-agency"));
  }

  @Test
  void readsACallersShareAndWhatIsLeftOutIsTheUsual() throws Exception {
    Users users =
        read(
            USERS.replace(
                "\"nhi-system\"",
                "\"nhi-system\", \"share\": {\"perSecond\": 5, \"largestBody\": 1000}"));

    assertThat(users.find("nhi").orElseThrow().caller())
        .isEqualTo(new Caller("nhi-system", new Share(5, Share.USUAL.burst(), 1_000)));
  }

  @ParameterizedTest
  @CsvSource({"poll,POLL,false", "queue,QUEUE,true", "Both,BOTH,true"})
  void readsWhereACallerWantsItsOutcomes(String written, Taking read, boolean byQueue)
      throws Exception {
    Users users =
        read(USERS.replace("\"nhi-system\"", "\"nhi-system\", \"outcomes\": \"" + written + "\""));

    assertThat(users.callers())
        .singleElement()
        .satisfies(
            caller -> {
              assertThat(caller.outcomes()).isEqualTo(read);
              assertThat(caller.outcomes().byQueue()).isEqualTo(byQueue);
              assertThat(caller.replies()).isEqualTo("hub.replies.nhi-system");
            });
  }

  @ParameterizedTest
  @CsvSource({"poll,POLL,false", "queue,QUEUE,true", "Both,BOTH,true"})
  void readsHowAnOwnerTakesItsQuestions(String written, Taking read, boolean byQueue)
      throws Exception {
    Users users =
        read(USERS.replace("\"nhi-system\"", "\"nhi-system\", \"questions\": \"" + written + "\""));

    assertThat(users.callers())
        .singleElement()
        .satisfies(
            caller -> {
              assertThat(caller.questions()).isEqualTo(read);
              assertThat(caller.outcomes()).isEqualTo(Taking.POLL);
              assertThat(caller.byQueue()).isEqualTo(byQueue);
              assertThat(caller.asked()).isEqualTo("hub.questions.nhi-system");
            });
  }

  @Test
  void twoUsersOfACallerHaveOneShare() {
    String two =
        USERS.replace(
            "\"OPERATOR\"",
            "\"CALLER\", \"caller\": \"nhi-system\", \"share\": {\"perSecond\": 5}");

    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> read(two))
        .satisfies(refused -> assertThat(refused.why()).contains("number 2 has another share"));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`OPERATOR`,`KING`,`user number 2 has an unknown role`,`Write one of [CALLER, OPERATOR`",
        "`yamada`,`nhi`,`user number 2 has an earlier user's name`,`Choose another`",
        "`yamada`,`ya:mada`,`user number 2 has no name`,`no colon`",
        "`\"OPERATOR\"`,`\"AGENCY\"`,`number 2 is an agency without its id`,`\"agency\" for role AGENCY`",
        "`\"OPERATOR\"`,`\"OPERATOR\", \"agency\": \"x\"`,`number 2 is an agency without`,`AGENCY`",
        "`\"OPERATOR\"`,`\"OPERATOR\", \"caller\": \"x\"`,`number 2 is a caller without`,`CALLER`",
        "`, \"caller\": \"nhi-system\"`,``,`number 1 is a caller without`,`only there`",
        "`\"role\": \"O`,`\"rank\": 1, \"role\": \"O`,`number 2 has an unknown field`,`Remove it`",
        "`\"OPERATOR\"`,`\"OPERATOR\", \"share\": {}`,`number 2 has a share, outcomes or questions`,`CALLER`",
        "`\"OPERATOR\"`,`\"OPERATOR\", \"outcomes\": \"queue\"`,`number 2 has a share, outcomes or questions`,`CALLER`",
        "`\"nhi-system\"`,`\"x\", \"outcomes\": \"fax\"`,`number 1 has outcomes that are wrong`,`\"both\"`",
        "`\"OPERATOR\"`,`\"OPERATOR\", \"questions\": \"queue\"`,`number 2 has a share, outcomes or`,`CALLER`",
        "`\"nhi-system\"`,`\"x\", \"questions\": \"fax\"`,`number 1 has questions that are wrong`,`\"both\"`",
        "`\"nhi-system\"`,`\"#\"`,`number 1 has a caller id that no flow can name`,`hyphens`",
        "`\"nhi-system\"`,`\"x\", \"share\": 5`,`number 1 has a share that is wrong`,`from 1`",
        "`\"nhi-system\"`,`\"x\", \"share\": {\"perSecond\": 0}`,`share that is wrong`,`from 1`",
        "`\"nhi-system\"`,`\"x\", \"share\": {\"burst\": \"5\"}`,`share that is wrong`,`from 1`",
        "`\"nhi-system\"`,`\"x\", \"share\": {\"largestBody\": 65537}`,`is wrong`,`at most 65536`",
        "`\"nhi-system\"`,`\"x\", \"share\": {\"per\": 5}`,`share that is wrong`,`perSecond`",
        "`OPERATOR\"}`,`OPERATOR\", \"subject\": \"nobody\"}`,`no distinguished name`,`openssl x509`",
        "`OPERATOR\"}`,`OPERATOR\", \"subject\": \"\"}`,`2 has an earlier user's subject`,`of its own`",
        "`{bcrypt}`,`{noop}`,`number 1 has no hashed password`,`as htpasswd -nB makes`",
      })
  void refusesAWrongUser(String right, String wrong, String why, String remedy) {
    assertThat(USERS).contains(right);
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> read(USERS.replace(right, wrong == null ? "" : wrong)))
        .satisfies(
            refused -> {
              assertThat(refused.why()).contains("users.json").contains(why);
              assertThat(refused.remedy()).contains(remedy).contains("RENKEI_USERS");
              assertThat(refused).hasNoCause();
              assertThat(refused.getMessage()).doesNotContain(HASH);
            });
  }

  @Test
  void refusesAUserWithNothingToLogInBy() {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> read("[{\"user\": \"nhi\", \"role\": \"ADMIN\"}]"))
        .satisfies(refused -> assertThat(refused.why()).contains("neither a password nor"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"`[]`", "`{}`", "`[{\"user\": hunter2}]`", "``"})
  void refusesWhatIsNoList(String text) {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> read(text))
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("hunter2"))
        .withNoCause();
  }

  private Users read(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("users.json"), text);
    return UsersFile.read(new SecretFile(file, "RENKEI_USERS", false));
  }
}
