package jp.renkei.ledger;

import java.util.List;
import java.util.Set;

/**
 * What of an agency's work may leave now.
 *
 * @param lanes the lanes that may, the first one first; none where the agency is paused or closed
 * @param stopped the codes of the providers that may not be asked
 * @param callers who may ask the agency: each gets its share of the room
 */
public record Admission(List<Lane> lanes, Set<String> stopped, List<String> callers) {}
