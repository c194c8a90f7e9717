package jp.renkei.cases;

import java.util.List;
import jp.renkei.ledger.Outcome;

/**
 * How far a case is with one flow.
 *
 * @param expected whether the case needs it
 * @param unanswered the outcomes of its inquiries that are no answer
 */
public record FlowStanding(
    String flow, boolean expected, Standing standing, List<Outcome> unanswered) {}
