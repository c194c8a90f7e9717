package jp.renkei.protection.evidence;

/**
 * Something in the evidence that was not so when it was sealed.
 *
 * @param block the block's number, or null where an event belongs to none
 * @param position the event's position in the block, or null where it is the block that is meant
 * @param event the event's id, or null where it is not known
 */
public record SealFault(Kind kind, Long block, Integer position, Long event) {

  /** What is wrong. */
  public enum Kind {
    EVENT_CHANGED("証跡が変更されています", "the event was changed"),
    EVENT_MISSING("証跡がありません", "the event is gone"),
    EVENT_ADDED("封印されていない証跡が追加されています", "the event was added"),
    EVENT_MOVED("証跡の順序が変更されています", "the event stands at another's place"),
    SEALS_CHANGED("ブロック内の封印が変更されています", "seals of the block were changed"),
    BLOCK_CHANGED("ブロックが変更されています", "the block was changed"),
    BLOCK_MISSING("ブロックがありません", "the block is gone"),
    BLOCK_ADDED("ブロックが追加されています", "the block was added"),
    BLOCK_MOVED("前のブロックにつながりません", "the block does not follow the one before"),
    BLOCK_REWRITTEN("ブロックが控えと異なります", "the block is another than the kept head says"),
    BLOCK_CUT_OFF("控えにある最新のブロックがありません", "a kept head knows the block, and it is gone"),
    HEADS_UNREADABLE("控えが読めません", "a line of the kept heads cannot be read");

    private final String ja;
    private final String en;

    Kind(String ja, String en) {
      this.ja = ja;
      this.en = en;
    }

    /** What auditors read, in Japanese. */
    public String ja() {
      return ja;
    }

    /** What auditors read, in English. */
    public String en() {
      return en;
    }
  }

  static SealFault of(Kind kind, Block block) {
    return new SealFault(kind, block.number(), null, null);
  }

  static SealFault of(Kind kind, SealedRow row) {
    return new SealFault(kind, row.block(), row.position(), row.eventId());
  }
}
