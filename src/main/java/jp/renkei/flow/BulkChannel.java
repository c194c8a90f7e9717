package jp.renkei.flow;

import java.time.Duration;
import java.util.List;

/**
 * The second channel of an agency of the network, read from {@code bulk:} of its file: inquiries of
 * the bulk lane (一括照会) go to it in files over SFTP, and so do their answers. What is secret, and
 * what differs from one environment to the next, stands with the agencies' connections ({@code
 * RENKEI_AGENCY_CONNECTIONS}). Files go in the agency's batch window.
 *
 * @param kinds the message kinds that go by file; the others stay single
 * @param host the agency's SFTP server
 * @param port its port
 * @param user the hub's name there
 * @param out the folder there that takes request files
 * @param in the folder there that gives reply files
 * @param lines the most inquiries of a file, at most {@value #MOST_LINES}
 * @param every how often files are made and looked for
 * @param endFile whether the agency wants the hub's end file ({@code <name>.ok}) after each file
 * @param organisation the hub's own organisation code (情報照会者機関コード), 16 digits
 * @param department the hub's own department (情報照会者部署コード), at most 20 letters and digits
 */
public record BulkChannel(
    List<String> kinds,
    String host,
    int port,
    String user,
    String out,
    String in,
    int lines,
    Duration every,
    boolean endFile,
    String organisation,
    String department) {

  /** A file is split every so many lines (DOMAIN.md 2.2). */
  public static final int MOST_LINES = 10_000;
}
