package jp.renkei.message.employment;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.Period;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.ResidentNumber;
import jp.renkei.message.XmlForm;
import jp.renkei.message.employment.EmploymentReply.UnsetItem;
import jp.renkei.message.employment.xml.EmploymentInsuranceInquiry;
import jp.renkei.message.employment.xml.EmploymentInsuranceReply;
import jp.renkei.message.employment.xml.Environment;
import jp.renkei.message.employment.xml.LeavingType;
import jp.renkei.message.employment.xml.PeriodType;

/** The agency's side: inquiries to XML, replies from XML, by employment-insurance.xsd. */
final class EmploymentXml {

  static final String LAYOUT = "1.0";

  private static final Set<String> READABLE_LAYOUTS = Set.of(LAYOUT);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneId.of("Asia/Tokyo"));

  private final XmlForm form =
      new XmlForm(
          "/schemas/employment-insurance.xsd",
          "urn:renkei:employment-insurance",
          EmploymentInsuranceInquiry.class,
          EmploymentInsuranceReply.class);

  byte[] write(MessageHeader header, EmploymentQuestion question) {
    EmploymentInsuranceInquiry inquiry = new EmploymentInsuranceInquiry();
    inquiry.setLayout(LAYOUT);
    inquiry.setNumber(header.number());
    inquiry.setEnvironment(Environment.fromValue(header.environment()));
    inquiry.setFlow(header.flow());
    inquiry.setAccepted(seconds(header.accepted()));
    inquiry.setResidentNumber(question.residentNumber());
    inquiry.setBirthDate(question.birthDate().text());
    inquiry.setPeriod(period(question.period()));
    inquiry.setNonDisclosable(question.nonDisclosable());
    inquiry.setProvider(question.provider());
    return form.write(inquiry);
  }

  EmploymentReply read(byte[] xml) throws ReplyRefused {
    EmploymentInsuranceReply told =
        form.read(
            xml, "employmentInsuranceReply", READABLE_LAYOUTS, EmploymentInsuranceReply.class);
    return ConsistentReply.of(
        new EmploymentReply(
            told.getNumber(),
            told.getReceiptNumber(),
            told.getEnvironment().value(),
            told.getResult(),
            ResidentNumber.normalise(told.getResidentNumber()),
            ConsistentReply.period(told.getPeriod().getFrom(), told.getPeriod().getTo()),
            Boolean.TRUE.equals(told.isNonDisclosable()),
            Boolean.TRUE.equals(told.isProviderStopped()),
            told.getLeaving().stream().map(EmploymentXml::leaving).toList(),
            told.getUnset().stream().map(u -> new UnsetItem(u.getItem(), u.getReason())).toList()));
  }

  private static Leaving leaving(LeavingType told) {
    return new Leaving(
        Optional.ofNullable(told.getLeavingDate()),
        Optional.ofNullable(told.getReasonCode()),
        Optional.ofNullable(told.getQualification()),
        Optional.ofNullable(told.getDecisionDate()));
  }

  private static PeriodType period(Period asked) {
    PeriodType period = new PeriodType();
    period.setFrom(asked.from());
    period.setTo(asked.to());
    return period;
  }

  private static String seconds(Instant accepted) {
    return SECONDS.format(accepted.truncatedTo(ChronoUnit.SECONDS));
  }
}
