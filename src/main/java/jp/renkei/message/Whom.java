package jp.renkei.message;

import java.util.List;
import java.util.Optional;

/**
 * Whom a caller wants to ask: a provider by its code, or the municipality of a day, or of a period,
 * by the person's addresses.
 *
 * @param provider the code as the caller gave it, or null
 * @param addresses the address history (住所履歴), empty where there is none
 * @param days when the person lived in the municipality that is the provider, mostly one day; empty
 *     where the kind has none
 */
public record Whom(String provider, List<Address> addresses, Optional<Period> days) {

  public Whom {
    addresses = List.copyOf(addresses);
  }
}
