package jp.renkei.hub;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Runs the tests that share a hub one after the other, whatever the order of the files: a hub lives
 * until one with other settings is needed, and each start takes seconds. Those of one hub run by
 * their names, everywhere in the same order.
 */
public final class SameHubTogether implements ClassOrderer {

  @Override
  public void orderClasses(ClassOrdererContext context) {
    context
        .getClassDescriptors()
        .sort(
            Comparator.comparing(SameHubTogether::hub)
                .thenComparing(test -> test.getTestClass().getName()));
  }

  private static String hub(ClassDescriptor test) {
    if (!test.isAnnotated(HubTest.class)) {
      return "";
    }
    String settings =
        Stream.concat(
                test.findRepeatableAnnotations(TestPropertySource.class).stream()
                    .flatMap(source -> Arrays.stream(source.properties())),
                MergedAnnotations.from(test.getTestClass()).stream(Import.class)
                    .filter(imported -> imported.getDistance() == 0)
                    .flatMap(imported -> Arrays.stream(imported.getStringArray("value"))))
            .sorted()
            .collect(Collectors.joining(",", "hub ", ""));
    // whoever leaves its hub unfit for others comes last
    return settings + (test.isAnnotated(DirtiesContext.class) ? " used up" : "");
  }
}
