package jp.renkei.inquiry.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.flow.ProviderCodes;
import jp.renkei.inquiry.Gates;
import jp.renkei.inquiry.RecheckRight;
import jp.renkei.ledger.BulkCandidate;
import jp.renkei.ledger.BulkFile;
import jp.renkei.ledger.BulkFiles;
import jp.renkei.ledger.BulkLine;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.Identifiers;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Note;
import jp.renkei.ledger.Part;
import jp.renkei.ledger.Postpone;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.MessageKind;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.Question;
import jp.renkei.message.XmlFields;
import jp.renkei.message.bulk.BulkLayout;
import jp.renkei.message.bulk.BulkLayouts;
import jp.renkei.message.bulk.BulkQuestion;
import jp.renkei.message.bulk.RequestLine;
import jp.renkei.protection.ContentCipher;
import jp.renkei.protection.SearchKeys;
import jp.renkei.protection.SearchKeys.Use;
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

  /** The five digits of a municipality, without the check digit (DOMAIN.md 2.2, field 13). */
  private static final int MUNICIPALITY_DIGITS = 5;

  private final Catalogue catalogue;
  private final MessageKinds kinds;
  private final BulkLayouts layouts;
  private final Gates gates;
  private final RecheckRight rights;
  private final BulkFiles files;
  private final LedgerReader reader;
  private final LedgerWriter writer;
  private final Identifiers identifiers;
  private final ContentCipher contents;
  private final SearchKeys hashes;
  private final ObjectMapper json;
  private final String environment;
  private final Clock clock;

  CollectFiles(
      Catalogue catalogue,
      MessageKinds kinds,
      BulkLayouts layouts,
      Gates gates,
      RecheckRight rights,
      BulkFiles files,
      LedgerReader reader,
      LedgerWriter writer,
      Identifiers identifiers,
      ContentCipher contents,
      SearchKeys hashes,
      ObjectMapper json,
      String environment,
      Clock clock) {
    this.catalogue = catalogue;
    this.kinds = kinds;
    this.layouts = layouts;
    this.gates = gates;
    this.rights = rights;
    this.files = files;
    this.reader = reader;
    this.writer = writer;
    this.identifiers = identifiers;
    this.contents = contents;
    this.hashes = hashes;
    this.json = json;
    this.environment = environment;
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
        written.add(write(agency, candidate, names));
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

  private Written write(Agency agency, BulkCandidate candidate, FileNames names) {
    Flow flow = catalogue.flow(candidate.flow()).orElseThrow();
    BulkLayout layout = layouts.byKind(flow.kind()).orElseThrow();
    BulkQuestion asked = question(agency, flow, candidate, layout);
    String requested = names.requested(asked.residentNumber() + layout.information());
    BulkLine line =
        new BulkLine(
            candidate.inquiryId(),
            candidate.attempt(),
            requested,
            layout.information(),
            hashes.hash(
                Use.BULK_RESIDENT, asked.residentNumber().getBytes(StandardCharsets.US_ASCII)));
    return new Written(
        line,
        RequestLine.write(
            asked, requested, agency.bulk().organisation(), agency.bulk().department(), layout));
  }

  private BulkQuestion question(
      Agency agency, Flow flow, BulkCandidate candidate, BulkLayout layout) {
    MessageKind kind = kinds.byId(flow.kind()).orElseThrow();
    Question question = asked(kind, candidate);
    byte[] message =
        kind.message(
            new MessageHeader(
                candidate.number(), candidate.flow(), environment, candidate.accepted()),
            question);
    return layout.question(XmlFields.of(message), environment, provider(agency, candidate));
  }

  private Question asked(MessageKind kind, BulkCandidate candidate) {
    String id = candidate.inquiryId();
    byte[] sealed =
        reader
            .payload(id, Part.REQUEST)
            .orElseThrow(() -> new IllegalStateException("An open inquiry has no request"));
    try {
      Question question =
          kind.question(json.readTree(contents.open(sealed, Part.REQUEST.boundTo(id))));
      return question.whom().isPresent() ? question.askedOf(candidate.provider()) : question;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String provider(Agency agency, BulkCandidate candidate) {
    String code = candidate.provider();
    return agency.providerCodes() == ProviderCodes.MUNICIPALITY
        ? code.substring(0, MUNICIPALITY_DIGITS)
        : code;
  }

  /** A line, and as the file has it. */
  private record Written(BulkLine line, byte[] bytes) {}
}
