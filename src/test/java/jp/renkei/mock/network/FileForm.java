package jp.renkei.mock.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.renkei.mock.Behaviour.NotUnderstood;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The bulk form as an agency knows it: the line of 18 fields, and the columns of the layout files.
 * It shares nothing of the hub's but those files.
 */
public final class FileForm {

  /** What reply files are written in. */
  public static final Charset CHARSET = Charset.forName("windows-31j");

  private static final Map<String, String> MESSAGES =
      Map.of(
          "ANSWERED", "正常終了",
          "PARTIAL", "一部項目未設定",
          "NO_DATA", "該当なし",
          "NOT_IDENTIFIED", "符号未取得",
          "HELD", "自動応答不可",
          "WITHHELD", "提供不可",
          "REJECTED", "照会不可",
          "TEMPORARY", "提供者停止中",
          "SYSTEM_ERROR", "システムエラー");

  private final Map<String, JsonNode> layouts = new LinkedHashMap<>();
  private final Map<String, NetworkSchema> schemas = new LinkedHashMap<>();

  /**
   * What a line asks.
   *
   * @param key what names it among all lines: its time, the person and the kind of information
   * @param inquiry the same as the single channel would have brought it
   * @param fields the line's 18 fields
   */
  public record Asked(String key, byte[] inquiry, List<String> fields) {}

  public FileForm(List<String> kinds) {
    for (String kind : kinds) {
      JsonNode layout = layout(kind);
      layouts.put(layout.get("information").asText(), layout);
      schemas.put(layout.get("information").asText(), new NetworkSchema(kind));
    }
  }

  private static JsonNode layout(String kind) {
    try (InputStream file =
        FileForm.class.getResourceAsStream("/schemas/layouts/" + kind + ".bulk.yaml")) {
      return new YAMLMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a line without its end. */
  public Asked asked(String line) {
    List<String> fields = Arrays.stream(line.split(",", -1)).map(String::stripTrailing).toList();
    String information = fields.get(13);
    JsonNode layout = layouts.get(information);
    String key = fields.get(3) + "-" + fields.get(1) + "-" + information;
    ObjectNode inquiry = JsonNodeFactory.instance.objectNode();
    String time = fields.get(3);
    inquiry.put("number", key);
    inquiry.put("environment", fields.get(5));
    inquiry.put("flow", "bulk");
    inquiry.put(
        "accepted", time.replaceFirst("(....)(..)(..)(..)(..)(..)...", "$1-$2-$3T$4:$5:$6+09:00"));
    inquiry.put("residentNumber", fields.get(1));
    inquiry.put(layout.at("/period/element").asText(), period(layout, fields.get(16)));
    inquiry.put("nonDisclosable", fields.get(7).equals("1"));
    inquiry.put("provider", fields.get(12));
    return new Asked(key, schemas.get(information).inquiry(inquiry, "1.0"), fields);
  }

  private static String period(JsonNode layout, String from) {
    return layout.at("/period").has("begins")
        ? from.substring(0, 4)
        : from.replaceFirst("(....)(..)(..)", "$1-$2-$3");
  }

  /**
   * The record of a reply, without its end.
   *
   * @param reply as the single channel would have brought it; what is no such reply becomes a
   *     record of one column
   */
  public String record(Asked asked, byte[] reply) {
    Element root;
    try {
      root = NetworkSchema.parse(reply).getDocumentElement();
    } catch (NotUnderstood e) {
      return "壊れた回答";
    }
    JsonNode layout = layouts.get(asked.fields().get(13));
    List<String> columns = new ArrayList<>(Collections.nCopies(layout.get("columns").asInt(), ""));
    for (int i = 0; i < asked.fields().size(); i++) {
      columns.set(i, asked.fields().get(i));
    }
    columns.set(1, "%015d".formatted(Long.parseLong(text(root, "residentNumber"))));
    columns.set(5, text(root, "environment"));
    columns.set(16, from(layout, text(root, layout.at("/period/element").asText())));
    columns.set(18, root.getAttribute("layout"));
    columns.set(19, flag(text(root, "nonDisclosable")));
    columns.set(20, flag(text(root, "providerStopped")));
    columns.set(26, MESSAGES.get(text(root, "result")));
    fill(columns, root, layout.get("items"), 0);
    return columns.stream().map(FileForm::quoted).collect(Collectors.joining(","));
  }

  private static String from(JsonNode layout, String period) {
    return layout.at("/period").has("begins")
        ? period + layout.at("/period/begins").asText().replace("-", "")
        : period.replace("-", "");
  }

  /**
   * @param before how many columns stand before the group that the items are in
   */
  private static void fill(List<String> columns, Element parent, JsonNode items, int before) {
    Map<String, Integer> seen = new HashMap<>();
    for (JsonNode item : items) {
      String element = item.get("element").asText();
      List<Element> found = children(parent, element);
      int column = before + item.get("column").asInt();
      if (item.has("times")) {
        for (int time = 0; time < found.size(); time++) {
          int group = column - 1 + time * item.get("width").asInt();
          fill(columns, found.get(time), item.get("items"), group);
        }
        continue;
      }
      // of an element that may stand several times each has a column of its own
      int nth = seen.merge(element, 1, Integer::sum) - 1;
      if (nth < found.size()) {
        String text = found.get(nth).getTextContent();
        columns.set(column - 1, item.has("form") ? text.replace("-", "") : text);
      }
    }
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element && element.getLocalName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  private static String text(Element root, String name) {
    List<Element> found = children(root, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent();
  }

  private static String flag(String text) {
    return text.equals("true") ? "1" : text.equals("false") ? "0" : "";
  }

  private static String quoted(String value) {
    return value.contains(",") || value.contains("\"")
        ? '"' + value.replace("\"", "\"\"") + '"'
        : value;
  }
}
