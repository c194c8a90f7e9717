package jp.renkei.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was personal in a run, and where it stands in the clear: in UTF-8, in UTF-16LE, as Java and
 * brokers keep texts, and in windows-31j, as partners get them. A text of fewer than six bytes in
 * an encoding is not looked for in it: such bytes come about by chance. Nor is one of fewer than
 * five bytes in UTF-8: three letters come about by chance in what is encrypted and kept as Base64,
 * whatever the encoding around that; nor one of fewer than eight digits within a hash (hexadecimal,
 * not digits alone).
 */
final class ClearText {

  private static final int SHORTEST = 6;
  private static final int FEWEST = 5;
  private static final int LONG_NUMBER = 8;

  /** Hexadecimal digits of the shortest hash. */
  private static final int HASH = 32;

  private static final List<Charset> ENCODINGS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("windows-31j"));

  /**
   * The fields whose values are of one person: of payloads, of replies, and of agencies' replies.
   */
  private static final Set<String> PERSONAL =
      Set.of(
          "residentNumber",
          "individualNumber",
          "currentIndividualNumber",
          "name",
          "nameKana",
          "registered",
          "kana",
          "alias",
          "address",
          "birthDate",
          "accountNumber",
          "holderKana",
          "symbol",
          "householdMembers",
          "missingMembers",
          "householdNumber",
          "insuredNumber");

  private final Set<String> values = new TreeSet<>();

  /** Looks for every personal value of a form. */
  void addFrom(JsonNode form) {
    if (form.isArray()) {
      form.forEach(this::addFrom);
    }
    form.forEachEntry(
        (field, value) -> {
          if (PERSONAL.contains(field)) {
            addTexts(value);
          }
          addFrom(value);
        });
  }

  private void addTexts(JsonNode value) {
    if (value.isTextual()) {
      add(value.textValue());
    } else if (value.isArray()) {
      value.forEach(this::addTexts);
    }
  }

  /**
   * Looks for a value, for a number also without its leading zeros, and also for what stands before
   * and behind a character of more than 16 bits: Java's own form of UTF-8 writes that in another
   * way.
   */
  void add(String value) {
    values.add(value);
    values.add(value.replaceFirst("^0+", ""));
    for (String part : value.split("[\\x{10000}-\\x{10FFFF}]")) {
      values.add(part.strip());
    }
  }

  /** How many values are looked for. */
  int size() {
    return values.size();
  }

  /** Where values stand in a file, each with its encoding; empty where none does. */
  List<String> in(Path file) {
    try {
      return in(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where values stand in what came from somewhere.
   *
   * @param place what a finding calls it
   */
  List<String> in(String place, byte[] content) {
    Map<Integer, List<Sought>> byBeginning = byBeginning();
    Set<String> found = new LinkedHashSet<>();
    int beginning = 0;
    for (int i = 0; i < content.length; i++) {
      // the last four bytes, read as one number
      beginning = beginning << Byte.SIZE | content[i] & 0xff;
      List<Sought> possible = i < 3 ? null : byBeginning.get(beginning);
      if (possible != null) {
        int at = i - 3;
        possible.stream()
            .filter(sought -> sought.standsAt(content, at))
            .forEach(sought -> found.add(sought + " in " + place));
      }
    }
    return new ArrayList<>(found);
  }

  private Map<Integer, List<Sought>> byBeginning() {
    return values.stream()
        .flatMap(ClearText::encoded)
        .collect(Collectors.groupingBy(sought -> sought.beginning()));
  }

  private static Stream<Sought> encoded(String value) {
    return ENCODINGS.stream()
        .filter(encoding -> encoding.newEncoder().canEncode(value))
        .map(encoding -> new Sought(value, encoding, value.getBytes(encoding)))
        .filter(sought -> sought.bytes().length >= SHORTEST)
        .filter(sought -> value.getBytes(StandardCharsets.UTF_8).length >= FEWEST)
        .filter(sought -> !sought.isAsciiInAnother());
  }

  private record Sought(String value, Charset encoding, byte[] bytes) {

    int beginning() {
      return ByteBuffer.wrap(bytes).getInt();
    }

    /** Digits are the same bytes in UTF-8 and in windows-31j: they are looked for once. */
    boolean isAsciiInAnother() {
      return encoding != StandardCharsets.UTF_8
          && Arrays.equals(bytes, value.getBytes(StandardCharsets.UTF_8));
    }

    boolean standsAt(byte[] content, int at) {
      return at + bytes.length <= content.length
          && Arrays.equals(content, at, at + bytes.length, bytes, 0, bytes.length)
          && !(isShortNumber() && isInHash(content, at));
    }

    /** One that a hash of many has by chance. */
    private boolean isShortNumber() {
      return bytes.length < LONG_NUMBER && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private boolean isInHash(byte[] content, int at) {
      int from = at;
      while (from > 0 && HexFormat.isHexDigit(content[from - 1])) {
        from--;
      }
      int to = at + bytes.length;
      while (to < content.length && HexFormat.isHexDigit(content[to])) {
        to++;
      }
      return to - from >= HASH
          && new String(content, from, to - from, StandardCharsets.US_ASCII)
              .matches(".*[A-Fa-f].*");
    }

    @Override
    public String toString() {
      return value + " (" + encoding + ")";
    }
  }
}
