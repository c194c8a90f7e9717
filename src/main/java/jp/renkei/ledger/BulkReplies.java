package jp.renkei.ledger;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.renkei.protection.SearchKeys.KeyedHash;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal of the reply files that came over the bulk channels, by name and content. */
public final class BulkReplies {

  private final JdbcClient jdbc;

  BulkReplies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is known of a file. */
  public enum Known {
    /** Nothing of its name was read. */
    NEW,
    /** It was read to its end. */
    READ,
    /** Another file of its name was. */
    OTHER_CONTENT
  }

  /** What became of a file. */
  public enum State {
    READ,
    SET_ASIDE
  }

  /**
   * What is known of a file.
   *
   * @param fingerprints the hash of its content under every live key
   */
  public Known known(String agency, String name, List<KeyedHash> fingerprints) {
    List<String> read =
        jdbc.sql(
                """
                select fingerprint from bulk_reply
                where agency = :agency and name = :name and state = 'READ'""")
            .param("agency", agency)
            .param("name", name)
            .query(String.class)
            .list();
    Stream<String> same = fingerprints.stream().map(KeyedHash::value);
    return read.isEmpty()
        ? Known.NEW
        : same.anyMatch(read::contains) ? Known.READ : Known.OTHER_CONTENT;
  }

  /**
   * Notes what became of a file.
   *
   * @param records how many records it has, as far as it was read
   * @param held how many of them were held
   */
  public void note(
      String agency,
      String name,
      KeyedHash fingerprint,
      State state,
      int records,
      int held,
      Instant at) {
    jdbc.sql(
            """
            insert into bulk_reply (agency, name, fingerprint_key_version, fingerprint, state,
              records, held, taken_at)
            values (:agency, :name, :version, :fingerprint, :state, :records, :held, :at)""")
        .param("agency", agency)
        .param("name", name)
        .param("version", fingerprint.keyVersion())
        .param("fingerprint", fingerprint.value())
        .param("state", state.name())
        .param("records", records)
        .param("held", held)
        .param("at", Sql.at(at))
        .update();
  }

  /** How many files of an agency were set aside. */
  public long setAside(String agency) {
    return jdbc.sql(
            "select count(*) from bulk_reply where agency = :agency and state = 'SET_ASIDE'")
        .param("agency", agency)
        .query(Long.class)
        .single();
  }
}
