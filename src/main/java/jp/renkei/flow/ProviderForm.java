package jp.renkei.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code providers} of an agency: one line a member. */
final class ProviderForm {

  private static final Form<String> CODE =
      Form.scalar("1 to 20 letters and digits in quotes, such as \"271403\"", ProviderForm::code);

  private final ProviderCodes codes;
  private final Map<String, Place> seen = new HashMap<>();

  private ProviderForm(ProviderCodes codes) {
    this.codes = codes;
  }

  /**
   * A table of members.
   *
   * @param codes what their codes are, or null where anything fits
   */
  static Form<List<Provider>> table(ProviderCodes codes) {
    ProviderForm form = new ProviderForm(codes);
    return Form.listOf(new Form<>("{code: \"…\", title: {ja: …, en: …}}", form::provider));
  }

  private Provider provider(Place place) {
    return Mapping.of(place).map(this::provider).orElse(null);
  }

  private Provider provider(Mapping mapping) {
    String code = mapping.required("code", CODE);
    Title title = mapping.required("title", Form.TITLE);
    mapping.refuseOthers();
    if (code != null) {
      check(code, mapping.at("code"));
    }
    return new Provider(code, title);
  }

  private void check(String code, Place place) {
    if (codes != null && !codes.fits(code)) {
      place.refuse(
          "the code " + code + " is not one of a " + Form.word(codes),
          "write its six digits, the last of them the check digit");
    }
    Place first = seen.putIfAbsent(code, place);
    if (first != null) {
      place.refuse(
          "the provider " + code + " stands twice",
          "keep one, the other is on line " + first.line());
    }
  }

  private static String code(String text) {
    if (!text.matches("[0-9A-Za-z]{1,20}")) {
      throw new IllegalArgumentException();
    }
    return text;
  }
}
