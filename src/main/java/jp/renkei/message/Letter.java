package jp.renkei.message;

import java.util.List;

/**
 * A letter, ready to be printed.
 *
 * @param environment the environment mark of its message
 * @param name the addressee's name, without 様
 * @param postalCode {@code 000-0000}
 * @param address 1 to 3 lines
 * @param html the whole letter: one self-contained UTF-8 page of A4 sheets
 */
public record Letter(
    String environment, String name, String postalCode, List<String> address, byte[] html) {

  public Letter {
    address = List.copyOf(address);
  }
}
