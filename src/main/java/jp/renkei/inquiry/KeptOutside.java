package jp.renkei.inquiry;

/** Who keeps something of an inquiry outside the ledger, and takes it away with the rest. */
public interface KeptOutside {

  /**
   * Takes it away; without effect where there is nothing.
   *
   * @param agency who was asked
   */
  void remove(String inquiryId, String agency);
}
