package jp.renkei.inquiry.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.renkei.flow.BulkChannel;
import jp.renkei.ledger.BulkReplies;
import jp.renkei.ledger.BulkReplies.State;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.Identifiers;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Note;
import jp.renkei.message.bulk.BulkLayouts;
import jp.renkei.message.bulk.ReplyRecord;
import jp.renkei.problem.Problem;
import jp.renkei.protection.SearchKeys;
import jp.renkei.protection.SearchKeys.KeyedHash;
import jp.renkei.protection.SearchKeys.Use;
import jp.renkei.protection.Spool;
import jp.renkei.protection.Spools;
import jp.renkei.record.CrlfLines;
import jp.renkei.record.FileRefused;
import jp.renkei.record.RecordRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a reply file: first as a whole into a spool, where it must be readable as a file; then
 * record by record. A file that is no file of replies is set aside with an event and nothing of it
 * is taken; a record that is none is held alone. Taken twice it has effect once: what was read to
 * its end is known by name and content, and what a crash broke off is read again, where every
 * record that came before is a duplicate.
 */
public final class TakeReplyFile {

  private static final Logger log = LoggerFactory.getLogger(TakeReplyFile.class);

  /** No column is longer than a few dozen bytes; 300 of them are far below this. */
  static final int LONGEST_LINE = 64 * 1024;

  /** More records than any request file has lines: some may come twice. */
  static final int MOST_RECORDS = 2 * BulkChannel.MOST_LINES;

  /** More than any readable file has, and no more than a spool is to take of the disk. */
  static final long MOST_BYTES = 64L * 1024 * 1024;

  /** So many records fill a commit group. */
  private static final int AT_ONCE = 64;

  private final BulkLayouts layouts;
  private final BulkReplies replies;
  private final RecordEntrance entrance;
  private final LedgerWriter writer;
  private final Identifiers identifiers;
  private final SearchKeys hashes;
  private final Spools spools;
  private final Clock clock;

  TakeReplyFile(
      BulkLayouts layouts,
      BulkReplies replies,
      RecordEntrance entrance,
      LedgerWriter writer,
      Identifiers identifiers,
      SearchKeys hashes,
      Spools spools,
      Clock clock) {
    this.layouts = layouts;
    this.replies = replies;
    this.entrance = entrance;
    this.writer = writer;
    this.identifiers = identifiers;
    this.hashes = hashes;
    this.spools = spools;
    this.clock = clock;
  }

  /**
   * Takes a file.
   *
   * @param listed its size in bytes, as the folder lists it
   * @param content read once, to its end or to {@link #MOST_BYTES}
   * @return where the file belongs now, beside where it lay: {@code archive/…} or {@code error/…},
   *     under a name that is there only once
   * @throws IOException where it cannot be read now; it stays and is taken at the next turn
   */
  public String take(String agency, String name, long listed, InputStream content)
      throws IOException {
    try (Spool spool = spools.open()) {
      KeyedHash[] newest = new KeyedHash[1];
      try {
        MessageDigest digest = sha256();
        boolean whole = listed <= MOST_BYTES && spooled(content, spool, digest);
        List<KeyedHash> fingerprints = hashes.everyHash(Use.BULK_REPLY, digest.digest());
        newest[0] = fingerprints.get(0);
        if (!whole) {
          throw new FileRefused("more than " + MOST_BYTES + " bytes");
        }
        BulkReplies.Known known = replies.known(agency, name, fingerprints);
        if (known == BulkReplies.Known.READ) {
          log.info("{} of {} came again and was read before", name, agency);
          return kept("archive", name);
        }
        if (known == BulkReplies.Known.OTHER_CONTENT) {
          throw new FileRefused("another file of this name was read before");
        }
        check(spool);
      } catch (FileRefused e) {
        return setAside(agency, name, newest[0], e.getMessage());
      }
      return read(agency, name, newest[0], spool);
    }
  }

  /** Whether that was all of it. */
  private static boolean spooled(InputStream content, Spool spool, MessageDigest digest)
      throws IOException {
    try (OutputStream out = spool.write()) {
      return BoundedCopy.copy(new DigestInputStream(content, digest), out, MOST_BYTES);
    }
  }

  /** Reads to the end without taking anything: is it a file of replies at all? */
  private void check(Spool spool) throws IOException, FileRefused {
    try (InputStream in = spool.read()) {
      CrlfLines lines = lines(in);
      boolean any = false;
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        any = any || isReply(line);
      }
      if (lines.read() == 0) {
        throw new FileRefused("the file is empty");
      }
      if (!any) {
        throw new FileRefused("none of its " + lines.read() + " lines is a record of a reply");
      }
    }
  }

  private boolean isReply(byte[] line) {
    try {
      ReplyRecord.read(line, layouts);
      return true;
    } catch (RecordRefused e) {
      return false;
    }
  }

  private String read(String agency, String name, KeyedHash fingerprint, Spool spool)
      throws IOException {
    int held = 0;
    int records = 0;
    try (InputStream in = spool.read()) {
      CrlfLines lines = lines(in);
      List<CompletableFuture<Boolean>> open = new ArrayList<>(AT_ONCE);
      List<String> about = new ArrayList<>(AT_ONCE);
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        String whom = whom(line);
        // of two records about the same the first one ends the inquiry
        if (open.size() == AT_ONCE || about.contains(whom)) {
          held += held(open);
          about.clear();
        }
        about.add(whom);
        open.add(entrance.arrive(new IncomingRecord(agency, name, lines.read(), line)));
      }
      held += held(open);
      records = lines.read();
    } catch (FileRefused e) {
      throw new IllegalStateException("a spool has changed", e);
    }
    Instant now = clock.instant();
    String code = Problem.RECORD_HELD.code();
    replies.note(agency, name, fingerprint, State.READ, records, held, now);
    note(
        agency,
        EventKind.BULK_REPLY_READ,
        name
            + ", "
            + records
            + " records"
            + (held == 0 ? "" : ", " + held + " held (" + code + ")"),
        now);
    if (held > 0) {
      log.warn(
          "{} Of {} records of {} {} are held; see the events of the agency {} / 保留した回答があります",
          code,
          records,
          name,
          held,
          agency);
    }
    return kept("archive", name);
  }

  private static int held(List<CompletableFuture<Boolean>> open) {
    int held = 0;
    for (CompletableFuture<Boolean> record : open) {
      held += record.join() ? 1 : 0;
    }
    open.clear();
    return held;
  }

  private String whom(byte[] line) {
    try {
      ReplyRecord record = ReplyRecord.read(line, layouts);
      return record.requested() + record.resident() + record.layout().information();
    } catch (RecordRefused e) {
      return "";
    }
  }

  private String setAside(String agency, String name, KeyedHash fingerprint, String why) {
    Instant now = clock.instant();
    replies.note(agency, name, fingerprint, State.SET_ASIDE, 0, 0, now);
    String code = Problem.REPLY_FILE_SET_ASIDE.code();
    note(agency, EventKind.BULK_REPLY_SET_ASIDE, code + " " + name + ": " + why, now);
    log.error(
        "{} The file {} of {} cannot be read and is set aside: {}"
            + " / 一括回答ファイルを読めないため隔離しました。提供者に再作成を依頼してください",
        code,
        name,
        agency,
        why);
    return kept("error", name);
  }

  private String kept(String folder, String name) {
    return folder + "/" + identifiers.id() + "-" + name;
  }

  private void note(String agency, EventKind kind, String detail, Instant at) {
    writer.submit(new Note(new Event(null, null, agency, at, kind, agency, detail))).join();
  }

  private static CrlfLines lines(InputStream in) {
    return new CrlfLines(in, LONGEST_LINE, MOST_RECORDS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
