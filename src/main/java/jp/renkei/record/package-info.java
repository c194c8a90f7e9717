/**
 * Byte-exact forms of the records that are exchanged in files: fixed-width fields, lines that end
 * with CRLF, comma-separated values, Windows-31J. It knows bytes and columns, and no meaning.
 */
package jp.renkei.record;
