package jp.renkei.inquiry.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.flow.ProviderCodes;
import jp.renkei.ledger.BulkCandidate;
import jp.renkei.ledger.BulkLine;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.Part;
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

/** Writes one inquiry of the bulk lane as a line of a request file. */
final class WriteRequest {

  /** The five digits of a municipality, without the check digit (DOMAIN.md 2.2, field 13). */
  private static final int MUNICIPALITY_DIGITS = 5;

  private final Catalogue catalogue;
  private final MessageKinds kinds;
  private final BulkLayouts layouts;
  private final LedgerReader reader;
  private final ContentCipher contents;
  private final SearchKeys hashes;
  private final ObjectMapper json;
  private final String environment;

  /**
   * A line of a file.
   *
   * @param line what the ledger keeps of it
   * @param bytes as the file has it, with CRLF
   */
  record Written(BulkLine line, byte[] bytes) {}

  /**
   * @param environment the mark of the environment, as messages have it
   */
  WriteRequest(
      Catalogue catalogue,
      MessageKinds kinds,
      BulkLayouts layouts,
      LedgerReader reader,
      ContentCipher contents,
      SearchKeys hashes,
      ObjectMapper json,
      String environment) {
    this.catalogue = catalogue;
    this.kinds = kinds;
    this.layouts = layouts;
    this.reader = reader;
    this.contents = contents;
    this.hashes = hashes;
    this.json = json;
    this.environment = environment;
  }

  /**
   * Writes it.
   *
   * @param names of this turn's files, which tell the moment that stands in the line
   * @throws RuntimeException if its request is missing or does not fit the line; nothing is kept
   */
  Written write(Agency agency, BulkCandidate candidate, FileNames names) {
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
}
