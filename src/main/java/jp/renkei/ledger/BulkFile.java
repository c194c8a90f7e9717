package jp.renkei.ledger;

/**
 * A request file that is to be uploaded.
 *
 * @param name as the agency sees it
 * @param lines how many inquiries it has
 * @param failures how often in a row uploading has failed
 */
public record BulkFile(String id, String agency, String name, int lines, int failures) {

  /** What the file's bytes are bound to when they are encrypted. */
  public String boundTo() {
    return boundTo(id);
  }

  /** What the bytes of a file are bound to when they are encrypted. */
  public static String boundTo(String id) {
    return "bulk/" + id;
  }
}
