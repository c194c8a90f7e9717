package jp.renkei.flow;

/** What operators read, in both languages. */
public record Title(String ja, String en) {}
