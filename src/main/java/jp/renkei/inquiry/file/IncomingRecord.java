package jp.renkei.inquiry.file;

/**
 * A record of a reply file, as it came.
 *
 * @param agency the agency whose folder the file lay in
 * @param file the file's name
 * @param line its place in the file, from 1
 * @param content the line without its end
 */
public record IncomingRecord(String agency, String file, int line, byte[] content) {}
