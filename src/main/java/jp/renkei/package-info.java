/**
 * Renkei (連携), an integration hub for a city's National Health Insurance. The rooms, from the doors
 * down: {@code api} and {@code routing} use {@code inquiry}; that uses {@code message}, {@code
 * ledger}, {@code flow} and {@code protection}; {@code problem} serves all; {@code operations}
 * looks at all.
 */
package jp.renkei;
