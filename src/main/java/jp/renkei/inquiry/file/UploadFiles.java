package jp.renkei.inquiry.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import jp.renkei.flow.Catalogue;
import jp.renkei.inquiry.Backoff;
import jp.renkei.inquiry.Gates;
import jp.renkei.ledger.BulkFile;
import jp.renkei.ledger.BulkFiles;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.Incarnation;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Note;
import jp.renkei.ledger.SentFiles;
import jp.renkei.protection.ContentCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an upload needs and what follows it. A file goes under its one name with its one content,
 * however often it is tried; only when the agency has it are its inquiries noted as sent.
 */
public final class UploadFiles {

  private static final Logger log = LoggerFactory.getLogger(UploadFiles.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(2));

  private final Catalogue catalogue;
  private final Gates gates;
  private final BulkFiles files;
  private final SentFiles sent;
  private final Incarnation incarnation;
  private final LedgerWriter writer;
  private final ContentCipher contents;
  private final Clock clock;

  UploadFiles(
      Catalogue catalogue,
      Gates gates,
      BulkFiles files,
      SentFiles sent,
      Incarnation incarnation,
      LedgerWriter writer,
      ContentCipher contents,
      Clock clock) {
    this.catalogue = catalogue;
    this.gates = gates;
    this.files = files;
    this.sent = sent;
    this.incarnation = incarnation;
    this.writer = writer;
    this.contents = contents;
    this.clock = clock;
  }

  /** Notes the inquiries of the files that the agency has, also those of an earlier start. */
  public void noteSent(String agency) {
    sent.noteLines(agency);
  }

  /** Claims the next file that this node is to upload now; null where there is none. */
  public BulkFile claim(String agency) {
    return gates.takesFiles(catalogue.agency(agency).orElseThrow())
        ? files.claim(agency).orElse(null)
        : null;
  }

  /** What this node's temporary names have before {@code .part}: two nodes never write one file. */
  public String node() {
    return incarnation.id();
  }

  /** A file's bytes, the same every time. */
  public byte[] content(BulkFile file) {
    return contents.open(files.content(file), file.boundTo());
  }

  /**
   * The hub's own end file: one line with the name, the number of records and the SHA-256, as in
   * the other folders that it writes.
   */
  public byte[] endFile(BulkFile file) {
    String line = file.name() + "," + file.lines() + "," + sha256(content(file)) + "\r\n";
    return ("file,records,sha256\r\n" + line).getBytes(StandardCharsets.US_ASCII);
  }

  /** The agency has the file: from here on it is never uploaded again. */
  public void sent(BulkFile file) {
    if (sent.note(file, clock.instant()) && file.failures() > 0) {
      log.info("Files to {} leave again / 一括照会ファイルの送信が回復しました", file.agency());
    }
  }

  /** The file did not leave: due again after a pause that doubles, from a second to two minutes. */
  public void postpone(BulkFile file, Throwable cause) {
    Instant now = clock.instant();
    boolean postponed = files.postpone(file, now.plus(BACKOFF.after(file.failures() + 1)));
    if (postponed && file.failures() == 0) {
      String fault = cause.getClass().getSimpleName();
      note(file, file.name() + ": " + fault, now);
      log.error(
          "The file {} does not leave to {} and is tried again; this is said once: {}"
              + " / 一括照会ファイルを送信できません。再試行します",
          file.name(),
          file.agency(),
          fault);
    }
  }

  private void note(BulkFile file, String detail, Instant at) {
    EventKind kind = EventKind.BULK_FILE_POSTPONED;
    writer.submit(new Note(new Event(null, null, file.agency(), at, kind, "hub", detail))).join();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
