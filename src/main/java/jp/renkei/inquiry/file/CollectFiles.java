package jp.renkei.inquiry.file;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.inquiry.Gates;
import jp.renkei.inquiry.RecheckRight;
import jp.renkei.inquiry.file.WriteRequest.Written;
import jp.renkei.ledger.BulkCandidate;
import jp.renkei.ledger.BulkFile;
import jp.renkei.ledger.BulkFiles;
import jp.renkei.ledger.BulkLine;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.Identifiers;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Note;
import jp.renkei.ledger.Postpone;
import jp.renkei.message.bulk.RequestLine;
import jp.renkei.protection.ContentCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Makes request files of what waits in an agency's bulk lane. A file is fixed in the ledger before
 * anything of it leaves: from then on these inquiries are in this file, whatever happens to the
 * hub, and what is cancelled or expires later still goes, like a message that was sent.
 */
public final class CollectFiles {

  private static final Logger log = LoggerFactory.getLogger(CollectFiles.class);

  /** How long an inquiry that cannot be written waits for its next try. */
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final Catalogue catalogue;
  private final Gates gates;
  private final RecheckRight rights;
  private final WriteRequest requests;
  private final BulkFiles files;
  private final LedgerWriter writer;
  private final Identifiers identifiers;
  private final ContentCipher contents;
  private final Clock clock;

  CollectFiles(
      Catalogue catalogue,
      Gates gates,
      RecheckRight rights,
      WriteRequest requests,
      BulkFiles files,
      LedgerWriter writer,
      Identifiers identifiers,
      ContentCipher contents,
      Clock clock) {
    this.catalogue = catalogue;
    this.gates = gates;
    this.rights = rights;
    this.requests = requests;
    this.files = files;
    this.writer = writer;
    this.identifiers = identifiers;
    this.contents = contents;
    this.clock = clock;
  }

  /** Makes files of everything that is due; nothing outside the agency's batch window. */
  public void collect(String id) {
    Agency agency = catalogue.agency(id).orElseThrow();
    if (!gates.takesFiles(agency)) {
      return;
    }
    FileNames names = new FileNames(clock.instant());
    Set<String> flows = gates.byFile(agency);
    boolean more = true;
    while (more) {
      List<BulkCandidate> due =
          files.due(agency, flows, gates.stopped(agency), agency.bulk().lines());
      List<BulkCandidate> permitted =
          due.stream().filter(candidate -> rights.stands(candidate, id)).toList();
      List<Written> written = written(agency, permitted, names);
      more =
          !written.isEmpty() && make(agency, written, names) && due.size() == agency.bulk().lines();
    }
  }

  /** The lines of those that can be written; what cannot does not keep the others waiting. */
  private List<Written> written(Agency agency, List<BulkCandidate> candidates, FileNames names) {
    List<Written> written = new ArrayList<>(candidates.size());
    for (BulkCandidate candidate : candidates) {
      try {
        written.add(requests.write(agency, candidate, names));
      } catch (DataAccessException e) {
        // the ledger's fault, and no inquiry's
        throw e;
      } catch (RuntimeException e) {
        postpone(agency, candidate, e);
      }
    }
    return written;
  }

  private void postpone(Agency agency, BulkCandidate candidate, RuntimeException cause) {
    String fault = cause.getClass().getSimpleName();
    log.error(
        "Inquiry {} cannot be written into a file and is tried again later: {}"
            + " / 一括照会ファイルに記録できない照会があります",
        candidate.inquiryId(),
        fault);
    Instant now = clock.instant();
    writer
        .submit(
            new Postpone(
                candidate.inquiryId(),
                candidate.flow(),
                agency.id(),
                candidate.attempt(),
                1,
                now,
                now.plus(PAUSE),
                fault))
        .join();
  }

  private boolean make(Agency agency, List<Written> written, FileNames names) {
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(written.size() * RequestLine.FORM.length());
    written.forEach(each -> bytes.writeBytes(each.bytes()));
    List<BulkLine> lines = written.stream().map(Written::line).toList();
    BulkFile file = new BulkFile(identifiers.id(), agency.id(), names.next(), lines.size(), 0);
    byte[] sealed = contents.seal(bytes.toByteArray(), file.boundTo());
    Instant now = clock.instant();
    if (!files.keep(file, lines, sealed, now)) {
      return false;
    }
    // with this commit the file is on the disk too: before it nothing may leave
    writer
        .submit(
            new Note(
                new Event(
                    null,
                    null,
                    agency.id(),
                    now,
                    EventKind.BULK_FILE_MADE,
                    "hub",
                    file.name() + ", " + file.lines() + " inquiries")))
        .join();
    return true;
  }
}
