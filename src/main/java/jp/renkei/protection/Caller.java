package jp.renkei.protection;

/** An upstream system, by the id that flows name in their {@code callers}. */
public record Caller(String id) {}
