package jp.renkei.flow;

/**
 * The law that permits a flow.
 *
 * @param law the provision, in Japanese as the law names it
 * @param oldRow the row of the Number Act's former Appended Table 2 (旧別表第二), or null
 * @param newRow the row of the 2024 order, or null where it is not confirmed
 */
public record LegalBasis(String law, String oldRow, String newRow) {}
