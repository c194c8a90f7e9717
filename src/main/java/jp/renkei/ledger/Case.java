package jp.renkei.ledger;

import java.time.Instant;
import java.util.List;

/**
 * A case as the ledger has it.
 *
 * @param opened when it came to be
 * @param sealed since when it expects nothing more, or null
 * @param completed when all that it expects had ended, or null
 * @param expects the flows of which it needs an inquiry, by their ids
 * @param counts all its inquiries, counted
 * @param inquiries the newest of them first, at most as many as were asked for
 */
public record Case(
    CaseKey key,
    Instant opened,
    Instant sealed,
    Instant completed,
    List<String> expects,
    List<CaseCount> counts,
    List<CaseInquiry> inquiries) {}
