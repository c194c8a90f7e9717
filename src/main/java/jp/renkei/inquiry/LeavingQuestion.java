package jp.renkei.inquiry;

import java.util.List;
import jp.renkei.message.Question;
import jp.renkei.message.characters.Substitution;

/**
 * A question as its agency gets it.
 *
 * @param question in the agency's characters
 * @param substitutions what was lost by it; mostly nothing
 */
public record LeavingQuestion(Question question, List<Substitution> substitutions) {}
