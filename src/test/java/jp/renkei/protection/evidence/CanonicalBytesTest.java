package jp.renkei.protection.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The byte form, written out: an outside tool that follows docs/evidence.md comes to the same. */
class CanonicalBytesTest {

  private static final EventRow ROW = row(7, "01JD8Z2M5K", "f", null, 2, "SENT", "照", "");

  @Test
  void fieldsHaveTheirLengthBeforeThem() {
    byte[] bytes =
        new CanonicalBytes("x.1")
            .number(258)
            .text("照")
            .text(null)
            .text("")
            .instant(Instant.parse("1970-01-01T00:00:01.000002Z"))
            .toBytes();

    assertThat(HexFormat.ofDelimiter(" ").formatHex(bytes))
        .isEqualTo(
            "00 00 00 03 78 2e 31"
                + " 00 00 00 08 00 00 00 00 00 00 01 02"
                + " 00 00 00 03 e7 85 a7"
                + " ff ff ff ff"
                + " 00 00 00 00"
                + " 00 00 00 08 00 00 00 00 00 0f 42 42");
  }

  @Test
  void anInstantBeforeTheEpochIsNegative() {
    byte[] bytes = new CanonicalBytes("").instant(Instant.EPOCH.minusNanos(1_000)).toBytes();

    assertThat(HexFormat.of().formatHex(bytes)).endsWith("ffffffffffffffff");
  }

  @Test
  void everyFieldOfAnEventCounts() {
    List<EventRow> others =
        List.of(
            row(8, "01JD8Z2M5K", "f", null, 2, "SENT", "照", ""),
            row(7, "01JD8Z2M5", "f", null, 2, "SENT", "照", ""),
            row(7, "01JD8Z2M5K", "g", null, 2, "SENT", "照", ""),
            row(7, "01JD8Z2M5K", null, "f", 2, "SENT", "照", ""),
            row(7, "01JD8Z2M5K", "f", "", 2, "SENT", "照", ""),
            row(7, "01JD8Z2M5K", "f", null, 3, "SENT", "照", ""),
            row(7, "01JD8Z2M5K", "f", null, 2, "ENDED", "照", ""),
            row(7, "01JD8Z2M5K", "f", null, 2, "SENT", "", "照"),
            row(7, "01JD8Z2M5K", "f", null, 2, "SENT", "照", null));

    assertThat(others).extracting(EventRow::hash).doesNotHaveDuplicates();
    assertThat(others).extracting(EventRow::hash).doesNotContain(ROW.hash());
  }

  /** Computed by another program from the form alone: what is sealed today is read in years. */
  @Test
  void theHashesNeverChange() {
    Block first = Block.after(null, List.of(ROW.hash()), Instant.parse("2026-11-22T01:00:00Z"));

    assertThat(ROW.hash())
        .isEqualTo("f43524c57e9aef5c50f12a715b1d51b122aeafae74c314ea22afb190150f35db");
    assertThat(first.root())
        .isEqualTo("845324530110661c2987794c145bde04acaff1191d5063247a788b691c645f88");
    assertThat(first.hash())
        .isEqualTo("c8eb5ff97997cb722c32720008adc88d2bf6b74b6d78292d7c4afe025c3f293e");
    assertThat(first.hashOfFields()).isEqualTo(first.hash());
    assertThat(first.previous()).isEqualTo("0".repeat(64));
  }

  @Test
  void aBlockFollowsTheOneBefore() {
    Instant now = Instant.parse("2026-11-22T01:00:00.123456789Z");
    Block first = Block.after(null, List.of(ROW.hash()), now);
    Block second = Block.after(first, List.of(ROW.hash(), first.hash()), now);

    assertThat(second.number()).isEqualTo(2);
    assertThat(second.count()).isEqualTo(2);
    assertThat(second.previous()).isEqualTo(first.hash());
    assertThat(second.sealedAt()).isEqualTo(Instant.parse("2026-11-22T01:00:00.123456Z"));
    assertThat(Block.root(List.of(first.hash(), ROW.hash()))).isNotEqualTo(second.root());
  }

  private static EventRow row(
      long id,
      String inquiry,
      String flow,
      String agency,
      int micros,
      String what,
      String who,
      String detail) {
    Instant at = Instant.ofEpochSecond(1, micros * 1_000L);
    return new EventRow(id, inquiry, flow, agency, at, what, who, detail);
  }
}
