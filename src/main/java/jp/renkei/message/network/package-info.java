/**
 * What the message kinds about one person's record have in common, over the Information Providing
 * Network System (情報提供ネットワークシステム) and inside the city (庁内連携): the envelope of inquiry and reply,
 * the person, what a reply must repeat, which items a PARTIAL reply does not tell, and over the
 * network whom to ask. A kind adds its schemas, its records and what is derived from them, as a
 * {@link jp.renkei.message.network.NetworkSubject}; over the network its form is XML, inside the
 * city JSON; a flow adds data only. All layouts and code values are the project's own.
 */
package jp.renkei.message.network;
