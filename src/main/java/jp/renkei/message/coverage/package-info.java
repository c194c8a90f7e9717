/**
 * Coverage by another health insurance (医療保険給付関係情報, 資格): which there was, when and why it was lost,
 * whether the NHI here meets it, and whether a person is a former dependent (旧被扶養者). Asked of
 * insurers, wide-area unions and municipalities. The rules are those of DOMAIN.md 0 ("Coverage",
 * "Former dependent") and 5; layout and code values are the project's own.
 */
package jp.renkei.message.coverage;
