package jp.renkei.inquiry.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jp.renkei.inquiry.Arrivals;
import jp.renkei.inquiry.IdentifiedReply;
import jp.renkei.inquiry.ReplyHeld;
import jp.renkei.ledger.BulkFiles;
import jp.renkei.ledger.BulkFiles.AskedLine;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.message.bulk.BulkLayouts;
import jp.renkei.message.bulk.ReplyRecord;
import jp.renkei.protection.SearchKeys;
import jp.renkei.protection.SearchKeys.KeyedHash;
import jp.renkei.protection.SearchKeys.Use;
import jp.renkei.record.RecordRefused;

/**
 * Finds the inquiry that a record answers, by 照会依頼日時, 宛名番号 and 特定個人情報名コード, and gives its reply the
 * form that it would have had alone. A record about a person who was never asked about, and one
 * that cannot be read, is held; the others of its file go on.
 */
public final class IdentifyRecord {

  private final BulkLayouts layouts;
  private final BulkFiles files;
  private final LedgerReader reader;
  private final SearchKeys hashes;
  private final Arrivals arrivals;

  IdentifyRecord(
      BulkLayouts layouts,
      BulkFiles files,
      LedgerReader reader,
      SearchKeys hashes,
      Arrivals arrivals) {
    this.layouts = layouts;
    this.files = files;
    this.reader = reader;
    this.hashes = hashes;
    this.arrivals = arrivals;
  }

  /**
   * Identifies.
   *
   * @throws ReplyHeld where the record names no inquiry of this agency, or cannot be read
   */
  public IdentifiedReply identify(IncomingRecord incoming) throws ReplyHeld {
    ReplyRecord record;
    try {
      record = ReplyRecord.read(incoming.content(), layouts);
    } catch (RecordRefused e) {
      throw held(EventKind.REPLY_NOT_READABLE, null, incoming, e.getMessage());
    }
    Optional<AskedLine> line = line(incoming, record);
    Inquiry inquiry = line.map(AskedLine::inquiryId).flatMap(reader::inquiry).orElse(null);
    if (inquiry == null) {
      throw held(EventKind.REPLY_WITHOUT_INQUIRY, null, incoming, "nobody was asked this");
    }
    try {
      byte[] document = record.xml(inquiry.number());
      return new IdentifiedReply(
          inquiry,
          null,
          document,
          arrivals
              .arrived(incoming.agency(), inquiry.number(), document)
              .to(line.orElseThrow().attempt()));
    } catch (RecordRefused e) {
      throw held(EventKind.REPLY_NOT_VALID, inquiry, incoming, e.getMessage());
    }
  }

  /** Names a record whose taking failed in a way that nobody foresaw, so that it is held alone. */
  public ReplyHeld unforeseen(IncomingRecord incoming, Exception fault) {
    return held(EventKind.REPLY_NOT_READABLE, null, incoming, fault.getClass().getSimpleName());
  }

  private Optional<AskedLine> line(IncomingRecord incoming, ReplyRecord record) {
    List<String> residents =
        hashes
            .everyHash(Use.BULK_RESIDENT, record.resident().getBytes(StandardCharsets.US_ASCII))
            .stream()
            .map(KeyedHash::value)
            .toList();
    return files.inquiry(
        incoming.agency(), record.requested(), record.layout().information(), residents);
  }

  private ReplyHeld held(EventKind reason, Inquiry inquiry, IncomingRecord incoming, String why) {
    return new ReplyHeld(
        reason,
        inquiry,
        arrivals.arrived(
            incoming.agency(), inquiry == null ? null : inquiry.number(), incoming.content()),
        incoming.file() + " line " + incoming.line() + ": " + why);
  }
}
