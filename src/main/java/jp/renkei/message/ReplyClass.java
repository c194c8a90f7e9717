package jp.renkei.message;

/** How an agency classes a reply (DOMAIN.md 2.3; the code values are the project's own). */
public enum ReplyClass {
  /** 提供あり: data returned. */
  ANSWERED,
  /** 一部項目未設定: some items withheld or not set. */
  PARTIAL,
  /** 該当なし: the provider knows no such person or holds no record. */
  NO_DATA,
  /** 符号未取得: the person cannot be linked. */
  NOT_IDENTIFIED,
  /** 自動応答不可: the provider's staff must decide; may never answer. */
  HELD,
  /** The provider's staff decided not to answer. */
  WITHHELD,
  /** 照会不可: the inquiry itself is not allowed or not valid. */
  REJECTED,
  /** 提供者停止・混雑: may succeed later. */
  TEMPORARY,
  /** システムエラー: may succeed later, bounded. */
  SYSTEM_ERROR
}
