package jp.renkei.message;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.renkei.problem.StartRefused;

/**
 * The resident numbers (宛名番号) that the city has reserved for people who do not exist. In production
 * nothing is asked about them: an agency would take them for real (DOMAIN.md 0, "Before
 * production"). Which they are is the city's own definition.
 */
public final class TestSubjects {

  private static final Pattern ENTRY = Pattern.compile("([0-9]{1,15})(?:-([0-9]{1,15}))?");

  private final List<Range> ranges;

  private TestSubjects(List<Range> ranges) {
    this.ranges = ranges;
  }

  /**
   * Those that an environment refuses: in production all that are reserved, elsewhere none.
   *
   * @param environment the environment mark
   * @param reserved numbers and ranges of numbers of 1 to 15 digits, both ends in them, parted by
   *     commas: {@code 12345678, 900000000-999999999}; leading zeros are no difference
   * @throws StartRefused in every environment, where that is not what is configured
   */
  public static TestSubjects refusedIn(String environment, String reserved) {
    List<Range> ranges =
        Arrays.stream(reserved.split(",", -1)).map(entry -> range(entry.strip())).toList();
    return new TestSubjects(EnvironmentMark.PRODUCTION.equals(environment) ? ranges : List.of());
  }

  /**
   * Whether a person is one of them.
   *
   * @param residentNumber 1 to 15 digits
   */
  public boolean include(String residentNumber) {
    long number = Long.parseLong(residentNumber);
    return ranges.stream().anyMatch(range -> range.first <= number && number <= range.last);
  }

  private static Range range(String entry) {
    Matcher form = ENTRY.matcher(entry);
    if (!form.matches()) {
      throw refuse(entry, "is no resident number and no range of them");
    }
    long first = Long.parseLong(form.group(1));
    long last = form.group(2) == null ? first : Long.parseLong(form.group(2));
    if (last < first) {
      throw refuse(entry, "ends before it begins");
    }
    return new Range(first, last);
  }

  private static StartRefused refuse(String entry, String why) {
    return new StartRefused(
        "RENKEI_TEST_SUBJECTS: \"" + entry + "\" " + why,
        "Name the resident numbers that are reserved for test subjects as 900000000-999999999, or one"
            + " by one, with commas between them");
  }

  private record Range(long first, long last) {}
}
