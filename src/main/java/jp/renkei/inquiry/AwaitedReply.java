package jp.renkei.inquiry;

/**
 * A reply that came before the receipt number it names, and goes on now.
 *
 * @param held the id under which it was held
 */
public record AwaitedReply(long held, IdentifiedReply reply) {}
