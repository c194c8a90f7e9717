package jp.renkei.mock;

import java.nio.charset.StandardCharsets;

/** Inquiries as a hub writes them, for tests that have no hub. */
public final class Inquiries {

  private Inquiries() {}

  /** The message about a resident, from 2025-04-01 to 2026-11-22. */
  public static byte[] about(String number, String residentNumber) {
    String xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <employmentInsuranceInquiry xmlns="urn:renkei:employment-insurance" layout="1.0">
          <number>%s</number>
          <environment>test</environment>
          <flow>assessment.mhlw-employment</flow>
          <accepted>2026-11-22T10:58:23+09:00</accepted>
          <residentNumber>%s</residentNumber>
          <birthDate>1980-05-10</birthDate>
          <period><from>2025-04-01</from><to>2026-11-22</to></period>
          <nonDisclosable>false</nonDisclosable>
        </employmentInsuranceInquiry>
        """;
    return xml.formatted(number, residentNumber).getBytes(StandardCharsets.UTF_8);
  }
}
