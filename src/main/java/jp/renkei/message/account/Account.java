package jp.renkei.message.account;

/**
 * An account as a transfer record needs it; names in Zengin characters (全銀).
 *
 * @param bankCode 金融機関コード, 4 digits
 * @param bankNameKana 金融機関名カナ
 * @param branchCode 店番, 3 digits
 * @param branchNameKana 支店名カナ
 * @param depositType 預貯金種目コード: 1 ordinary, 2 current, 4 savings, 9 other
 * @param accountNumber 口座番号, 7 digits
 * @param holderKana 名義人氏名カナ
 */
public record Account(
    String bankCode,
    String bankNameKana,
    String branchCode,
    String branchNameKana,
    String depositType,
    String accountNumber,
    String holderKana) {

  /** Tells nothing, whoever prints it. */
  @Override
  public String toString() {
    return "Account";
  }
}
