package jp.renkei.message;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Whom a caller wants to ask: a provider by its code, or the municipality of a day by the person's
 * addresses.
 *
 * @param provider the code as the caller gave it, or null
 * @param addresses the address history (住所履歴), empty where there is none
 * @param day the day whose municipality is the provider, empty where the kind has none
 */
public record Whom(String provider, List<Address> addresses, Optional<LocalDate> day) {

  public Whom {
    addresses = List.copyOf(addresses);
  }
}
