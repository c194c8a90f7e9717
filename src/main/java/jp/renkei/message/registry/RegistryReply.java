package jp.renkei.message.registry;

import java.util.Optional;
import jp.renkei.message.Reply;
import jp.renkei.message.ReplyClass;
import jp.renkei.protection.IndividualNumber;

/**
 * What the network answered about a person's identity.
 *
 * @param number the inquiry number that the reply repeats, or null
 * @param receiptNumber the agency's own number that stands in its place, or null
 * @param environment the environment mark: production, staging, demo or test
 * @param replyClass how the agency classes its answer
 * @param residentNumber the resident number that the reply repeats, without leading zeros
 * @param matches whether the network knows the person as asked; undetermined where nothing was
 *     answered
 * @param latest the latest four items, where the network tells them
 * @param change what changed the record last, where the network tells it
 * @param individualNumber the person's number, where the network tells it
 * @param nonDisclosable whether the provider marks its answer as kept from the portal's view (不開示)
 */
public record RegistryReply(
    String number,
    String receiptNumber,
    String environment,
    ReplyClass replyClass,
    String residentNumber,
    Agreement matches,
    Optional<FourItems> latest,
    Optional<Change> change,
    Optional<IndividualNumber> individualNumber,
    boolean nonDisclosable)
    implements Reply {}
