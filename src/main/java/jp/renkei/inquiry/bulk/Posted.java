package jp.renkei.inquiry.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.renkei.problem.ProblemException;

/**
 * One inquiry of many, as far as it could be read.
 *
 * @param line its number, from 1
 * @param body the inquiry with its key among the fields, or null where it could not be read
 * @param unreadable why not, or null
 */
public record Posted(long line, ObjectNode body, ProblemException unreadable) {}
