package jp.renkei.flow;

/**
 * A business area (eligibility, assessment, collection, benefits, online): the group of its flows'
 * routes.
 */
public record Area(String id, Title title) {}
