package jp.renkei.protection.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

/** Verifies exported evidence, line by line. */
public final class VerifyEvidence {

  private final Heads heads;
  private final Findings findings = new Findings();
  private CheckChain chain;
  private long from;
  private boolean ended;

  /**
   * Holds it against heads.
   *
   * @param heads that somebody kept, or {@link Heads#NONE}
   */
  public VerifyEvidence(Heads heads) {
    this.heads = heads;
  }

  /**
   * Reads it to its end.
   *
   * @throws EvidenceUnreadable where it is not what {@link WriteEvidence} writes, or not all of it
   */
  public Verification verify(BufferedReader lines) throws IOException {
    long number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      try {
        take(EvidenceLine.read(line));
      } catch (JsonProcessingException | IllegalArgumentException | ArithmeticException e) {
        throw new EvidenceUnreadable(number);
      }
    }
    if (!ended) {
      throw new EvidenceUnreadable(number + 1);
    }
    return Verification.of(chain, heads, findings);
  }

  /** The number of the first block: more than 1 where it is a part of the chain. */
  public long from() {
    return from;
  }

  private void take(EvidenceLine line) {
    if (Stream.of(line.evidence(), line.block(), line.seal(), line.end())
            .filter(Objects::nonNull)
            .count()
        != 1) {
      throw new IllegalArgumentException("not one thing a line");
    }
    if (line.evidence() != null) {
      begin(line.evidence());
    } else if (chain == null || ended) {
      throw new IllegalArgumentException("before the first line or after the last");
    } else if (line.block() != null) {
      chain.block(whole(line.block()));
    } else if (line.seal() != null) {
      chain.row(whole(line.seal()));
    } else {
      end(line.end());
    }
  }

  private void begin(EvidenceLine.Header header) {
    if (chain != null || header.version() != EvidenceLine.VERSION || header.from() < 1) {
      throw new IllegalArgumentException("no first line of ours");
    }
    from = header.from();
    chain = new CheckChain(from, heads, findings);
  }

  private void end(EvidenceLine.End end) {
    chain.end();
    if (end.blocks() != chain.blocks() || end.seals() != chain.events()) {
      throw new IllegalArgumentException("more or less lines than there were");
    }
    ended = true;
  }

  private static Block whole(Block block) {
    require(block.root(), block.previous(), block.sealedAt(), block.hash());
    return block;
  }

  private static SealedRow whole(SealedRow row) {
    require(row.hash());
    if (row.event() != null) {
      require(row.event().at(), row.event().what(), row.event().who());
    }
    return row;
  }

  private static void require(Object... values) {
    for (Object value : values) {
      if (Objects.isNull(value)) {
        throw new IllegalArgumentException("a field is missing");
      }
    }
  }
}
