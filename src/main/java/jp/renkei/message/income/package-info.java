/**
 * The message kind {@code insured-income}: an income declaration (所得申告書) asked of the insured
 * person by letter. The letter, the form and what is keyed in from it are the project's own
 * definition, not an official format.
 */
package jp.renkei.message.income;
