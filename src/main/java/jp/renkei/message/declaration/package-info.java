/**
 * The message kind {@code income-declaration} (所得申告書の内容): what a person has declared to the
 * National Health Insurance, asked by the city tax system and told by the insurance's own system.
 * Project-defined, not an official format.
 */
package jp.renkei.message.declaration;
