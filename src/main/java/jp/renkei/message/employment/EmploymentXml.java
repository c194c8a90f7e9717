package jp.renkei.message.employment;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.Period;
import jp.renkei.message.ReplyClass;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.ReplyRefused.Reason;
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
  private static final Set<ReplyClass> WITH_DATA = Set.of(ReplyClass.ANSWERED, ReplyClass.PARTIAL);
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
    refuseContradictions(told);
    return new EmploymentReply(
        told.getNumber(),
        told.getReceiptNumber(),
        told.getEnvironment().value(),
        told.getResult(),
        ResidentNumber.normalise(told.getResidentNumber()),
        new Period(told.getPeriod().getFrom(), told.getPeriod().getTo()),
        Boolean.TRUE.equals(told.isNonDisclosable()),
        Boolean.TRUE.equals(told.isProviderStopped()),
        told.getLeaving().stream().map(EmploymentXml::leaving).toList(),
        told.getUnset().stream().map(u -> new UnsetItem(u.getItem(), u.getReason())).toList());
  }

  /** What the schema cannot say. */
  private static void refuseContradictions(EmploymentInsuranceReply told) throws ReplyRefused {
    refuseIf(
        told.getPeriod().getFrom().isAfter(told.getPeriod().getTo()), "period: from is after to");
    refuseIf(
        !WITH_DATA.contains(told.getResult()) && !told.getLeaving().isEmpty(),
        "leaving: there are leavings, but the result is neither ANSWERED nor PARTIAL");
    refuseIf(
        told.getResult() != ReplyClass.TEMPORARY && Boolean.TRUE.equals(told.isProviderStopped()),
        "providerStopped: the result is not TEMPORARY");
    boolean partial = told.getResult() == ReplyClass.PARTIAL;
    refuseIf(
        !partial && !told.getUnset().isEmpty(),
        "unset: there are unset items, but the result is not PARTIAL");
    refuseIf(
        !partial && !told.getLeaving().stream().allMatch(EmploymentXml::complete),
        "leaving: an item is missing, but the result is not PARTIAL");
  }

  private static void refuseIf(boolean wrong, String detail) throws ReplyRefused {
    if (wrong) {
      throw new ReplyRefused(Reason.NOT_VALID, detail);
    }
  }

  private static boolean complete(LeavingType told) {
    return told.getLeavingDate() != null
        && told.getReasonCode() != null
        && told.getQualification() != null;
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
