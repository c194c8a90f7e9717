package jp.renkei.message.account;

import java.util.Optional;
import jp.renkei.message.Reply;
import jp.renkei.message.ReplyClass;

/**
 * What the agency answered about a person's account.
 *
 * @param number the inquiry number that the reply repeats, or null
 * @param receiptNumber the agency's own number that stands in its place, or null
 * @param environment the environment mark: production, staging, demo or test
 * @param replyClass how the agency classes its answer
 * @param residentNumber the resident number that the reply repeats, without leading zeros
 * @param registered whether an account is registered; undetermined where nothing was answered
 * @param account the account, where one is registered
 * @param nonDisclosable whether the provider marks its answer as kept from the portal's view (不開示)
 */
public record AccountReply(
    String number,
    String receiptNumber,
    String environment,
    ReplyClass replyClass,
    String residentNumber,
    Finding registered,
    Optional<Account> account,
    boolean nonDisclosable)
    implements Reply {}
