package jp.renkei.message;

import java.util.Optional;

/** What a caller asks, typed by its message kind. */
public interface Question {

  /** The person asked about: the resident number (宛名番号), normalised without leading zeros. */
  String subject();

  /** Whether it is kept from the person's own view on the portal (不開示). */
  boolean nonDisclosable();

  /** What makes two inquiries the same question: the person, and the period where there is one. */
  default String sameness() {
    return subject();
  }

  /** The code of the agency's member that is asked, or null where the agency has none. */
  default String provider() {
    return null;
  }

  /** Whom the caller wants to ask, where the hub has to find the provider; else empty. */
  default Optional<Whom> whom() {
    return Optional.empty();
  }

  /** The same question, asked of the provider that was found; where there is {@link #whom}. */
  default Question askedOf(String provider) {
    throw new UnsupportedOperationException("the kind has no provider to be found");
  }
}
