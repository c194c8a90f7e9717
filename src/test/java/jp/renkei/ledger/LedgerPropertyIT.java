package jp.renkei.ledger;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.renkei.ledger.LedgerStep.Act;
import jp.renkei.ledger.LedgerStep.Fault;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Whatever happens in whatever order, each inquiry ends exactly once, and each case counts what is
 * open in it and is completed once, when it should be: the ledger on a file beside {@link
 * LedgerModel}, compared after every step.
 */
class LedgerPropertyIT {

  private static final int KEYS = 4;

  private final Logger log = (Logger) LoggerFactory.getLogger(LedgerWriter.class);
  private final List<CompletableFuture<Void>> closing = new ArrayList<>();

  /** The faults are meant, and many: the writer keeps quiet about them. */
  @BeforeProperty
  void prepare() {
    log.setLevel(Level.OFF);
  }

  @AfterProperty
  void cleanUp() {
    closing.forEach(CompletableFuture::join);
    log.setLevel(null);
  }

  @Property
  void eachInquiryEndsExactlyOnce(@ForAll("histories") List<LedgerStep> history) throws Exception {
    Path folder = Files.createTempDirectory("renkei-ledger");
    try (LedgerRun run = new LedgerRun(folder, closing)) {
      run.start();
      for (LedgerStep step : history) {
        run.take(step);
      }
      run.settle();
      run.seeThatAllEndedOnce();
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  @Provide
  Arbitrary<List<LedgerStep>> histories() {
    return steps().list().ofMinSize(20).ofMaxSize(40);
  }

  private static Arbitrary<LedgerStep> steps() {
    Arbitrary<Fault> faults =
        Arbitraries.frequency(
            Tuple.of(10, Fault.NONE),
            Tuple.of(1, Fault.ROLLED_BACK),
            Tuple.of(1, Fault.ANSWER_LOST));
    return Arbitraries.frequencyOf(
        Tuple.of(
            24,
            Combinators.combine(acts().list().ofMinSize(1).ofMaxSize(5), faults)
                .as(LedgerStep.Together::new)),
        Tuple.of(4, Arbitraries.of(LedgerRun.HERE, LedgerRun.THERE).map(LedgerStep.Claim::new)),
        Tuple.of(
            6,
            Arbitraries.of(
                    Duration.ofSeconds(1),
                    Incarnation.LEASE.plusSeconds(1),
                    Duration.ofSeconds(61),
                    Duration.ofDays(1))
                .map(LedgerStep.Pass::new)),
        Tuple.of(1, Arbitraries.create(LedgerStep.Crash::new)));
  }

  private static Arbitrary<Act> acts() {
    Arbitrary<Integer> keys = Arbitraries.integers().between(0, KEYS - 1);
    Arbitrary<Integer> replies = Arbitraries.integers().between(0, 2);
    return Arbitraries.frequencyOf(
        Tuple.of(
            8,
            Combinators.combine(keys, Arbitraries.of(0, 0, 0, 1), Arbitraries.of(true, false))
                .as(LedgerStep.Posted::new)),
        Tuple.of(4, keys.map(LedgerStep.Sent::new)),
        Tuple.of(4, keys.map(LedgerStep.Postponed::new)),
        Tuple.of(2, keys.map(LedgerStep.HeldByProvider::new)),
        Tuple.of(4, Combinators.combine(keys, replies).as(LedgerStep.Replied::new)),
        Tuple.of(1, Combinators.combine(keys, replies).as(LedgerStep.OtherPerson::new)),
        Tuple.of(3, keys.map(LedgerStep.Deadline::new)),
        Tuple.of(1, keys.map(LedgerStep.Cancelled::new)),
        Tuple.of(2, keys.map(LedgerStep.Failed::new)),
        Tuple.of(2, keys.map(LedgerStep.Replayed::new)),
        Tuple.of(2, keys.map(LedgerStep.KeyedIn::new)),
        Tuple.of(3, keys.map(LedgerStep.Confirmed::new)),
        Tuple.of(
            3,
            Combinators.combine(keys, Arbitraries.of(0, 0, 1, 2, 2, 3), Arbitraries.of(true, false))
                .as(LedgerStep.Declared::new)),
        Tuple.of(1, keys.map(LedgerStep.Unknown::new)));
  }
}
