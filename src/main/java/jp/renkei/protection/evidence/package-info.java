/**
 * The seal over events, without a database: how an event and a block become bytes and hashes, and
 * what a chain of blocks must look like. The ledger seals and verifies by it, and so does the
 * command {@code verify}, on a machine that has nothing but an exported file.
 */
package jp.renkei.protection.evidence;
