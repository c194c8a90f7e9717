/**
 * The bulk form (一括照会) of the Information Providing Network's message kinds: the request line of 18
 * fields (DOMAIN.md 2.2) and the reply's columns. Which column holds what is data, one file a kind
 * ({@code schemas/layouts/<kind>.bulk.yaml}); a reply's record becomes the kind's own XML reply, so
 * that whatever is derived, refused or held is the same as on the single channel.
 */
package jp.renkei.message.bulk;
