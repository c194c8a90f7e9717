package jp.renkei.inquiry;

import jp.renkei.ledger.NewInquiry;
import jp.renkei.message.Question;

/**
 * An inquiry ready to be accepted.
 *
 * @param row what the ledger takes, its content sealed
 * @param message the agency's message as it leaves, for sending from memory
 * @param question what is asked, as its caller wrote it, for matching a reply from memory
 */
public record PreparedInquiry(NewInquiry row, byte[] message, Question question) {}
