package jp.renkei.inquiry.owner;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an owner answers.
 *
 * @param flow the flow of the question
 * @param question the question's id
 * @param owner the caller who answers
 */
public record OwnerAnswer(String flow, String question, String owner, JsonNode reply) {}
