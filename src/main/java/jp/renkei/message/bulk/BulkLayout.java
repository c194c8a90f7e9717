package jp.renkei.message.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * One kind's bulk form, read from {@code schemas/layouts/<kind>.bulk.yaml}. All code values and,
 * unless its file says otherwise, all places of columns are the project's own.
 *
 * @param kind the message kind's id
 * @param root the root element of the kind's XML reply
 * @param information 特定個人情報名コード, 16 characters
 * @param business 事務コード, 16 characters
 * @param procedure 事務手続コード, 16 characters
 * @param columns how many columns a reply's record has
 * @param period what of the inquiry becomes 照会開始日付 and 照会終了日付
 * @param items what a reply tells, in the order of the kind's XML schema
 */
public record BulkLayout(
    String kind,
    String root,
    String information,
    String business,
    String procedure,
    int columns,
    Period period,
    List<Item> items) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  public BulkLayout {
    items = List.copyOf(items);
  }

  /**
   * The period of an inquiry.
   *
   * @param element the inquiry's element, which the reply repeats: a year or a day
   * @param begins the month and day (MM-DD) with which a year of it begins; null for a day
   */
  public record Period(String element, String begins) {

    boolean byYear() {
      return begins != null;
    }

    String from(JsonNode inquiry) {
      return DAY.format(first(inquiry));
    }

    String to(JsonNode inquiry) {
      LocalDate first = first(inquiry);
      return DAY.format(byYear() ? first.plusYears(1).minusDays(1) : first);
    }

    private LocalDate first(JsonNode inquiry) {
      String text = inquiry.path(element).asText();
      return byYear()
          ? MonthDay.parse("--" + begins).atYear(Integer.parseInt(text))
          : LocalDate.parse(text);
    }

    /** What the reply repeats, of the first day that stands in its record. */
    String repeated(String from) {
      return byYear() ? from.substring(0, Math.min(4, from.length())) : Item.Form.DATE.xml(from);
    }
  }

  /**
   * What one column tells, or a group of columns that may stand several times.
   *
   * @param column the column, from 1; of an item of a group its place within it, from 1
   * @param element the XML element
   * @param title what it is, in Japanese
   * @param form how the value is written; null for as it is
   * @param times how often the group stands, one behind the other; 0 for a single column
   * @param width how many columns one of the group has
   * @param items what is in the group
   */
  public record Item(
      int column, String element, String title, Form form, int times, int width, List<Item> items) {

    public Item {
      form = form == null ? Form.TEXT : form;
      items = items == null ? List.of() : List.copyOf(items);
    }

    /** The last column it takes. */
    public int last() {
      return times == 0 ? column : column + times * width - 1;
    }

    /** How a value is written in a column. */
    public enum Form {
      /** As in the XML. */
      TEXT,
      /** YYYYMMDD. */
      DATE,
      /** YYYYMM. */
      MONTH;

      /** The XML's writing; what is no date is left as it is, for the schema to refuse. */
      String xml(String value) {
        return switch (this) {
          case TEXT -> value;
          case DATE -> value.replaceFirst("^(\\d{4})(\\d{2})(\\d{2})$", "$1-$2-$3");
          case MONTH -> value.replaceFirst("^(\\d{4})(\\d{2})$", "$1-$2");
        };
      }
    }
  }

  /**
   * What a line asks.
   *
   * @param inquiry the fields of the agency's message, by the names of its schema
   * @param environment the environment mark
   * @param provider the code of the member that is asked
   */
  public BulkQuestion question(JsonNode inquiry, String environment, String provider) {
    return new BulkQuestion(
        ReplyRecord.padded(inquiry.path("residentNumber").asText()),
        environment,
        inquiry.path("nonDisclosable").asBoolean(),
        provider,
        period.byYear(),
        period.from(inquiry),
        period.to(inquiry));
  }
}
