package jp.renkei.message.tax;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import jp.renkei.message.Period;
import jp.renkei.message.network.NetworkQuestion;
import jp.renkei.message.network.NetworkReply;
import jp.renkei.message.network.XmlSubject;
import jp.renkei.message.tax.xml.LocalTaxInquiry;
import jp.renkei.message.tax.xml.LocalTaxReply;
import jp.renkei.problem.Fault;

/** The kind {@code local-tax} (地方税関係情報): a person's declaration, income and tax of one year. */
public final class LocalTax implements XmlSubject<TaxAsked, TaxYear, TaxTold> {

  @Override
  public String id() {
    return "local-tax";
  }

  @Override
  public Class<TaxAsked> payload() {
    return TaxAsked.class;
  }

  @Override
  public Class<TaxYear> repeated() {
    return TaxYear.class;
  }

  @Override
  public Class<TaxTold> told() {
    return TaxTold.class;
  }

  @Override
  public Class<?> inquiryXml() {
    return LocalTaxInquiry.class;
  }

  @Override
  public Class<?> replyXml() {
    return LocalTaxReply.class;
  }

  @Override
  public List<Fault> faults(JsonNode payload) {
    if (payload.has("taxYear") == payload.has("treatmentMonth")) {
      String reason = payload.has("taxYear") ? "must not be there beside taxYear" : "required";
      return List.of(
          new Fault(
              payload.has("taxYear") ? "/payload/treatmentMonth" : "/payload/taxYear", reason));
    }
    return List.of();
  }

  @Override
  public TaxYear repeated(TaxAsked asked) {
    return asked
        .treatmentMonth()
        .map(TaxYear::ofTreatment)
        .orElseGet(() -> new TaxYear(asked.taxYear().orElseThrow()));
  }

  /** The municipality of 1 January of the tax year levies it (DOMAIN.md 0, dates and years). */
  @Override
  public Optional<Period> addressDays(TaxAsked asked) {
    return Optional.of(Period.of(LocalDate.of(repeated(asked).taxYear(), Month.JANUARY, 1)));
  }

  @Override
  public TaxAnswer answer(
      NetworkQuestion<TaxAsked> question, NetworkReply<TaxYear, TaxTold> reply) {
    return TaxAnswer.of(question, reply);
  }
}
