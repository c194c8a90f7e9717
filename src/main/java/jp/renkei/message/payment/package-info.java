/**
 * The message kind {@code payment-status} (納付状況): what was assessed, paid and left unpaid of a
 * person's premium in a fiscal year, by instalment, asked by the city tax system and told by the
 * insurance's own system. Project-defined, not an official format.
 */
package jp.renkei.message.payment;
