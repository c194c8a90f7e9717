package jp.renkei.flow;

/**
 * What an agency takes of characters, and what happens to others.
 *
 * @param set what it takes
 * @param outside what happens to what it does not
 */
public record Characters(CharacterSet set, Outside outside) {

  /** Where nothing is said. */
  public static final Characters ANY = new Characters(CharacterSet.UNICODE, Outside.REFUSE);

  static final Form<Outside> OUTSIDE = Form.oneOf(Outside.class);

  static final Form<Characters> FORM = new Form<>("set: and outside: below it", Characters::read);

  /** The same set, with another rule where there is one. */
  Characters with(Outside rule) {
    return rule == null ? this : new Characters(set, rule);
  }

  private static Characters read(Place place) {
    return Mapping.of(place)
        .map(
            mapping -> {
              Characters characters =
                  new Characters(
                      mapping.required("set", Form.oneOf(CharacterSet.class)),
                      mapping.required("outside", OUTSIDE));
              mapping.refuseOthers();
              return characters;
            })
        .orElse(null);
  }

  /** What happens to an inquiry with a character outside the set. */
  public enum Outside {
    /** It is refused, and every such character is named. */
    REFUSE,
    /** It leaves with others in their place, and what was lost is told. */
    SUBSTITUTE
  }
}
