package jp.renkei.mock;

import java.net.URI;
import jp.renkei.mock.AgencySecrets.NotYet;

/** What an agency that is reached over https shares with the hub. */
interface HttpsSecrets {

  /**
   * Where the hub posts its inquiries.
   *
   * @throws NotYet while the hub has not made it
   */
  URI inquiries(String agency) throws NotYet;

  /**
   * The secret that the hub proves itself with.
   *
   * @throws NotYet while the hub has not made it
   */
  String clientSecret(String agency) throws NotYet;

  /**
   * What the agency proves itself with where it calls back: the value of an {@code Authorization}
   * header.
   *
   * @throws NotYet while the hub has not made it
   */
  String callback(String agency) throws NotYet;
}
