/**
 * The doors over HTTP, as the interface fixes them: inquiries, the catalogue and the contract
 * itself ({@code schemas/openapi.yaml}). A door reads what came, hands it to the inquiry's entrance
 * and tells what became of it; every refusal is a problem of the closed catalogue. No door holds a
 * thread while it waits.
 */
package jp.renkei.api;
