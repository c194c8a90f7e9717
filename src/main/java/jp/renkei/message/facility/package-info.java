/**
 * The kind {@code facility-residence}: whether the special case of the address (住所地特例) applies. Its
 * layout is the project's own.
 */
package jp.renkei.message.facility;
