package jp.renkei.inquiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Flow;
import jp.renkei.ledger.Identifiers;
import jp.renkei.ledger.NewInquiry;
import jp.renkei.ledger.Part;
import jp.renkei.message.MessageHeader;
import jp.renkei.protection.ContentCipher;
import jp.renkei.protection.MessageCipher;
import jp.renkei.protection.SearchKeys;
import jp.renkei.protection.SearchKeys.Use;

/**
 * Step three: gives the inquiry its id and number and builds the agency's message, once: what a
 * resend or an upgraded hub sends later are these very bytes.
 */
public final class Transform {

  private final Identifiers identifiers;
  private final MessageCipher messages;
  private final ContentCipher contents;
  private final SearchKeys hashes;
  private final ObjectMapper json;
  private final String environment;

  public Transform(
      Identifiers identifiers,
      MessageCipher messages,
      ContentCipher contents,
      SearchKeys hashes,
      ObjectMapper json,
      String environment) {
    this.identifiers = identifiers;
    this.messages = messages;
    this.contents = contents;
    this.hashes = hashes;
    this.json = json;
    this.environment = environment;
  }

  /** Makes what the ledger takes. */
  public PreparedInquiry transform(ValidInquiry valid) throws JsonProcessingException {
    Submission submission = valid.submission();
    Flow flow = submission.flow();
    String id = identifiers.id();
    String number = identifiers.number();
    byte[] message =
        leaving(
            flow.agency(),
            valid
                .kind()
                .message(
                    new MessageHeader(number, flow.id(), environment, valid.accepted()),
                    valid.leaving().question()));
    NewInquiry row =
        new NewInquiry(
            id,
            number,
            submission.caller(),
            flow.id(),
            flow.agency().id(),
            valid.question().provider(),
            submission.lane(),
            submission.caseId(),
            submission.supersedes(),
            submission.byQueue(),
            valid.asked(),
            environment,
            hashes.hash(Use.SUBJECT, utf8(valid.question().subject())),
            valid.question().nonDisclosable(),
            hashes.everyHash(Use.IDEMPOTENCY_KEY, utf8(submission.key())),
            hashes.everyHash(Use.REQUEST_FINGERPRINT, Fingerprint.of(submission)),
            valid.accepted(),
            valid.deadline(),
            contents.seal(json.writeValueAsBytes(submission.payload()), Part.REQUEST.boundTo(id)),
            contents.seal(message, Part.MESSAGE.boundTo(id)),
            LossReport.of(id, valid.leaving().substitutions(), json, contents));
    return new PreparedInquiry(row, message, valid.question());
  }

  private byte[] leaving(Agency agency, byte[] xml) {
    return agency.encryption() == Agency.Encryption.JWE ? messages.encrypt(agency.id(), xml) : xml;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
