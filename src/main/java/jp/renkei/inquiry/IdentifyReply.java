package jp.renkei.inquiry;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.ledger.ArrivedReply;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.Identifiers;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.protection.ContentCipher;
import jp.renkei.protection.MessageCipher;
import jp.renkei.protection.SearchKeys;
import jp.renkei.protection.SearchKeys.KeyedHash;
import jp.renkei.protection.SearchKeys.Use;

/** Finds the inquiry that a reply belongs to, and decrypts it. */
public final class IdentifyReply {

  private final Catalogue catalogue;
  private final RecentInquiries recent;
  private final LedgerReader reader;
  private final MessageCipher messages;
  private final ContentCipher contents;
  private final SearchKeys hashes;
  private final Clock clock;

  public IdentifyReply(
      Catalogue catalogue,
      RecentInquiries recent,
      LedgerReader reader,
      MessageCipher messages,
      ContentCipher contents,
      SearchKeys hashes,
      Clock clock) {
    this.catalogue = catalogue;
    this.recent = recent;
    this.reader = reader;
    this.messages = messages;
    this.contents = contents;
    this.hashes = hashes;
    this.clock = clock;
  }

  /**
   * Identifies.
   *
   * @throws ReplyHeld where the reply names no inquiry of this agency, or cannot be decrypted
   */
  public IdentifiedReply identify(IncomingReply incoming) throws ReplyHeld {
    Inquiry inquiry = inquiry(incoming);
    if (incoming.fault() != null) {
      throw held(EventKind.REPLY_NOT_READABLE, inquiry, incoming, incoming.fault());
    }
    byte[] document;
    try {
      document = decrypted(incoming);
    } catch (MessageCipher.NotDecipherable e) {
      throw held(EventKind.REPLY_NOT_READABLE, inquiry, incoming, e.getMessage());
    }
    if (inquiry == null) {
      throw new ReplyHeld(
          EventKind.REPLY_WITHOUT_INQUIRY,
          null,
          arrived(incoming, document),
          Identifiers.isNumber(incoming.number())
              ? "number " + incoming.number()
              : "no inquiry number in the correlation id");
    }
    return new IdentifiedReply(inquiry, document, arrived(incoming, document));
  }

  private Inquiry inquiry(IncomingReply incoming) {
    return Identifiers.isNumber(incoming.number())
        ? recent
            .inquiry(incoming.number())
            .or(() -> reader.inquiryByNumber(incoming.number()))
            .filter(inquiry -> inquiry.agency().equals(incoming.agency()))
            .orElse(null)
        : null;
  }

  private byte[] decrypted(IncomingReply incoming) throws MessageCipher.NotDecipherable {
    Agency agency = catalogue.agency(incoming.agency()).orElseThrow();
    return agency.encryption() == Agency.Encryption.JWE
        ? messages.decrypt(agency.id(), incoming.keyId(), incoming.body())
        : incoming.body();
  }

  private ReplyHeld held(EventKind reason, Inquiry inquiry, IncomingReply incoming, String detail) {
    return new ReplyHeld(reason, inquiry, arrived(incoming, incoming.body()), detail);
  }

  /**
   * The correlation is part of the fingerprint: the same garbage for two inquiries is two replies.
   */
  private ArrivedReply arrived(IncomingReply incoming, byte[] content) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(content.length + 32);
    whole.writeBytes(String.valueOf(incoming.number()).getBytes(StandardCharsets.UTF_8));
    whole.write(0);
    whole.writeBytes(content);
    List<KeyedHash> fingerprints = hashes.everyHash(Use.REPLY_FINGERPRINT, whole.toByteArray());
    return new ArrivedReply(
        incoming.agency(),
        fingerprints,
        clock.instant(),
        () -> contents.seal(content, "held/" + fingerprints.get(0).value()));
  }
}
