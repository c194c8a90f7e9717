package jp.renkei.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import jp.renkei.flow.CatalogueReader;
import jp.renkei.flow.CatalogueSource;
import jp.renkei.flow.ServiceHours;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.employment.EmploymentInsurance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningAgencyTest {

  private static final Instant MIDNIGHT_IN_JAPAN = Instant.parse("2026-11-21T15:00:00Z");

  @TempDir Path folder;

  @Test
  void isClosedWhenTheDemoStartsAndOpensAMinuteOrTwoLaterAtAnyTimeOfDay() throws IOException {
    for (long seconds = 0; seconds < Duration.ofDays(1).toSeconds(); seconds += 247) {
      Instant now = MIDNIGHT_IN_JAPAN.plusSeconds(seconds);

      ServiceHours hours = hoursLaidAt(now);

      Instant opening = hours.nextOpening(now).orElseThrow();
      assertThat(hours.openAt(now)).as("open at %s", now).isFalse();
      assertThat(opening).isAfter(now.plusSeconds(59)).isBefore(now.plusSeconds(121));
      assertThat(opening.getEpochSecond() % 60).as("a full minute").isZero();
      assertThat(hours.closesAt(opening).orElseThrow())
          .isEqualTo(opening.plus(Duration.ofDays(1)).minus(Duration.ofMinutes(10)));
    }
  }

  private ServiceHours hoursLaidAt(Instant now) throws IOException {
    new OpeningAgency(Clock.fixed(now, ZoneOffset.UTC)).lay(folder);
    return new CatalogueReader(new MessageKinds(List.of(new EmploymentInsurance())).items())
        .read(
            List.of(source("routes/flows/demo.yaml")),
            List.of(source("routes/agencies/opening-agency.yaml")),
            List.of())
        .agency("opening-agency")
        .orElseThrow()
        .hours();
  }

  private CatalogueSource source(String name) throws IOException {
    return new CatalogueSource(name, Files.readString(folder.resolve(name)));
  }
}
