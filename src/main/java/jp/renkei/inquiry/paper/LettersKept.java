package jp.renkei.inquiry.paper;

import jp.renkei.inquiry.KeptOutside;
import jp.renkei.ledger.Documents;

/** The letters of an inquiry that its agency's vendor never took out of the folder. */
final class LettersKept implements KeptOutside {

  private final Documents documents;
  private final OutgoingFolder folder;

  LettersKept(Documents documents, OutgoingFolder folder) {
    this.documents = documents;
    this.folder = folder;
  }

  @Override
  public void remove(String inquiryId, String agency) {
    documents.of(inquiryId).ifPresent(document -> folder.remove(agency, document.number().text()));
  }
}
