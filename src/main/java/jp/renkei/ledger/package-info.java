/**
 * The durable truth: inquiries, their payloads, the events that make their timeline, and what is
 * still to be done. Everything that changes goes through the one {@link
 * jp.renkei.ledger.LedgerWriter} of a node, which commits many commands as one group; reading is
 * free. The allowed steps of an inquiry's life stand in one table, {@link
 * jp.renkei.ledger.Lifecycle}. The ledger knows neither Camel, JMS nor HTTP.
 */
package jp.renkei.ledger;
