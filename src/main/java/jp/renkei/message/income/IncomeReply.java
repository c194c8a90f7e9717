package jp.renkei.message.income;

import java.time.LocalDate;
import java.util.List;
import jp.renkei.message.Reply;
import jp.renkei.message.ReplyClass;

/**
 * What came back from the insured person, as it was keyed in.
 *
 * @param number the inquiry number
 * @param environment the environment mark
 * @param declaredOn the day of the declaration, only with {@code DECLARED}
 * @param noIncome whether no income was declared as such
 * @param incomes the incomes that were declared, each kind at most once
 * @param assets the assets that were declared, each kind at most once
 */
public record IncomeReply(
    String number,
    String environment,
    Result result,
    LocalDate declaredOn,
    boolean noIncome,
    List<Amount> incomes,
    List<Amount> assets)
    implements Reply {

  public IncomeReply {
    incomes = List.copyOf(incomes);
    assets = List.copyOf(assets);
  }

  @Override
  public ReplyClass replyClass() {
    return result == Result.DECLARED ? ReplyClass.ANSWERED : ReplyClass.NO_DATA;
  }

  /** What came back; the names stand in the answer. */
  enum Result {
    /** A filled form. */
    DECLARED,
    /** A refusal. */
    DECLINED,
    /** The letter itself. */
    UNDELIVERABLE
  }

  /**
   * One line of the form.
   *
   * @param kind as insured-income.keyed.schema.json names it
   * @param yen below zero for a loss
   */
  public record Amount(String kind, long yen) {}
}
