/**
 * The kind {@code reduction-evidence}: what holders of evidence tell for a reduction or exemption
 * (減免). Its layout is the project's own.
 */
package jp.renkei.message.evidence;
