package jp.renkei.ledger;

/**
 * One line of what was asked and provided of a person (情報提供等記録).
 *
 * @param receiptNumber the agency's own number of it (処理通番), or null
 * @param items the items that were given; null where it has not ended
 * @param nonDisclosable whether the inquiry or its answer is kept from the person's own view (不開示)
 */
public record DisclosedInquiry(
    Inquiry inquiry, String receiptNumber, GivenItems items, boolean nonDisclosable) {}
