package jp.renkei.message.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.message.Period;
import jp.renkei.problem.Fault;

/**
 * What is asked and told about, whoever is asked. Its records have the names that the schemas of
 * its kinds have: a payload {@code P} is read from the caller's JSON, {@code R} is written into the
 * inquiry and repeated by the reply, {@code T} is what the reply tells, all by these names.
 * Stateless.
 *
 * @param <P> what a caller asks, beside the person
 * @param <R> what a reply must repeat, beside the person
 * @param <T> what a reply tells; every list in it may be left out
 */
public interface NetworkSubject<P, R, T extends Told> {

  Class<P> payload();

  Class<R> repeated();

  Class<T> told();

  /**
   * What the schema of the payload cannot say.
   *
   * @param payload any JSON; the schema has found its own faults already
   * @return the places that are wrong, pointers beginning with {@code /payload}
   */
  default List<Fault> faults(JsonNode payload) {
    return List.of();
  }

  /** What the reply must repeat. */
  R repeated(P asked);

  /** What the inquiry says beside; by the names of the schema. */
  default Object further(P asked) {
    return Map.of();
  }

  /**
   * When the person lived in the municipality that is asked, where the caller gives an address
   * history: a day, or a period in which it is the only one beside the own city.
   */
  default Optional<Period> addressDays(P asked) {
    return Optional.empty();
  }

  /**
   * What the answer says between the class of the reply and the items that are not told: what was
   * told and what is derived from it, each fact naming its rule's source.
   */
  Object answer(NetworkQuestion<P> question, NetworkReply<R, T> reply);

  /** Whether a reply says, or leaves open, that the person is under protection (支援措置). */
  default boolean mayBeProtected(NetworkReply<R, T> reply) {
    return false;
  }
}
