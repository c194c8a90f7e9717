package jp.renkei.ledger;

import jp.renkei.protection.SearchKeys.KeyedHash;

/**
 * One line of a request file, without its content.
 *
 * @param attempt which sending of the inquiry it is
 * @param requested 照会依頼日時, 17 digits
 * @param information 特定個人情報名コード
 * @param resident a keyed hash of the resident number
 */
public record BulkLine(
    String inquiryId, int attempt, String requested, String information, KeyedHash resident) {}
