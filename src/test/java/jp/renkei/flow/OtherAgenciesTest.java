package jp.renkei.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.renkei.operations.ShippedCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A flow that asks one of several agencies, by the provider's code. */
class OtherAgenciesTest {

  private static final String OTHERS = "otherAgencies: [wide-area-union, municipality]";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @Test
  void asksEachOfThem() {
    Flow flow = flow(UnaryOperator.identity());

    assertThat(flow.agencies())
        .extracting(Agency::id)
        .containsExactly("insurer", "wide-area-union", "municipality");
    assertThat(flow.asks("municipality")).isTrue();
    assertThat(flow.asks("care-insurer")).isFalse();
    Flow asking = flow.asking(flow.otherAgencies().get(0));
    assertThat(asking.agencies()).extracting(Agency::id).containsExactly("wide-area-union");
    assertThat(asking.permission("nhi")).isEqualTo(flow.permission("nhi"));
  }

  @Test
  void isInUseWhileOneOfThemIs() {
    Flow flow =
        flow(text -> text.contains("id: insurer\n") ? text + "\nvalidTo: 2026-11-21\n" : text);

    assertThat(flow.isValidOn(DAY)).isTrue();
    assertThat(flow.asks("insurer", DAY)).isFalse();
    assertThat(flow.asks("municipality", DAY)).isTrue();
    assertThat(flow.asks("municipality", LocalDate.of(2024, 5, 26))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[nobody] | the agency nobody is unknown",
        "[mhlw] | a provider's code would not tell which of the agencies is asked",
        "[municipality, care-insurer] | a provider's code would not tell",
        "[insurer] | a provider's code would not tell",
        "municipality | otherAgencies is not a list with entries",
      })
  void aWrongOneIsNamed(String others, String fault) {
    assertThat(faults(text -> text.replace(OTHERS, "otherAgencies: " + others)))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.what()).contains(fault);
              assertThat(found.file()).isEqualTo("routes/flows/benefits.yaml");
              assertThat(found.remedy()).isNotBlank();
            });
  }

  @Test
  void allTakeTheSameCharacters() {
    assertThat(
            faults(
                text ->
                    text.contains("id: wide-area-union\n")
                        ? text.replace("set: jis-x-0213", "set: jis-x-0208")
                        : text))
        .singleElement()
        .satisfies(found -> assertThat(found.what()).contains("differ in transport or characters"));
  }

  private static Flow flow(UnaryOperator<String> change) {
    return read(change).flow("benefits.insurer-benefits").orElseThrow();
  }

  private static List<CatalogueFault> faults(UnaryOperator<String> change) {
    return catchThrowableOfType(CatalogueFaults.class, () -> read(change)).faults();
  }

  /** The shipped files, changed. */
  private static Catalogue read(UnaryOperator<String> change) {
    return new CatalogueReader(ShippedCatalogue.kinds().items())
        .read(files("flows", change), files("agencies", change), List.of());
  }

  private static List<CatalogueSource> files(String folder, UnaryOperator<String> change) {
    try (Stream<Path> files = Files.list(Path.of("routes", folder))) {
      return files
          .sorted()
          .map(
              file ->
                  new CatalogueSource(
                      "routes/" + folder + "/" + file.getFileName(), change.apply(text(file))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
