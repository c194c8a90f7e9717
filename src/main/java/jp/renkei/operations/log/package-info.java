/**
 * What is written to the log, without individual numbers (個人番号). Nobody is meant to log one; this
 * is for a library's message or an exception's text that quotes what it got. {@code
 * logback-spring.xml} names these converters.
 */
package jp.renkei.operations.log;
