package jp.renkei.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.renkei.flow.Insurers.Law;
import jp.renkei.flow.Insurers.Listed;

/** Reads {@code routes/codes/insurers.yaml}. */
final class InsurerFile {

  private static final Form<String> LAW =
      Form.scalar("two digits in quotes", text -> checked(text, text.matches("[0-9]{2}")));
  private static final Form<String> NUMBER =
      Form.scalar(
          "six or eight digits in quotes, the last of them the check digit",
          text ->
              checked(
                  text,
                  CheckDigits.isInsurer(text) && !text.startsWith("00")
                      || CheckDigits.isNationalHealthInsurance(text)));
  private static final Form<String> SUCCESSOR =
      Form.scalar(
          "eight digits in quotes, the last of them the check digit",
          text -> checked(text, CheckDigits.isInsurer(text)));
  private static final Form<ProviderCodes> ASKS = Form.oneOf(ProviderCodes.class);

  private final List<Law> laws = new ArrayList<>();
  private final List<Listed> numbers = new ArrayList<>();
  private final Map<String, Place> successors = new HashMap<>();

  private InsurerFile() {}

  /** The table; with faults, a part of it. */
  static Insurers read(List<CatalogueSource> sources, List<CatalogueFault> faults) {
    InsurerFile file = new InsurerFile();
    sources.forEach(source -> Document.open(source, faults).ifPresent(file::read));
    Insurers table = new Insurers(file.laws, file.numbers);
    file.successors.forEach((number, place) -> refuseCircle(table, number, place));
    return table;
  }

  private void read(Mapping table) {
    table.required("laws", Form.listOf(new Form<>("{code: …, asks: …}", this::law)));
    table.optional("numbers", Form.listOf(new Form<>("{number: …}", this::number)));
    table.refuseOthers();
  }

  private Object law(Place place) {
    Mapping.of(place)
        .ifPresent(
            line -> {
              String code = line.required("code", LAW);
              line.required("title", Form.TITLE);
              ProviderCodes asks = line.required("asks", ASKS);
              Validity validity = Validity.of(line, line.optional("validFrom", Form.DATE));
              line.refuseOthers();
              if (asks == ProviderCodes.MUNICIPALITY) {
                line.refuse(
                    "asks",
                    "eight digits name no municipality",
                    "write asks: insurer or asks: wide-area-union");
              } else if (code != null && asks != null) {
                laws.add(new Law(code, asks, validity));
              }
            });
    return null;
  }

  private Object number(Place place) {
    Mapping.of(place).ifPresent(this::number);
    return null;
  }

  private void number(Mapping line) {
    String number = line.required("number", NUMBER);
    String municipality = line.optional("municipality", MunicipalityFile.CODE);
    Boolean society = line.optional("society", Form.FLAG);
    String successor = line.optional("successor", SUCCESSOR);
    Validity validity = Validity.of(line, line.optional("validFrom", Form.DATE));
    line.refuseOthers();
    if (number == null) {
      return;
    }
    if (number.length() == 6) {
      refuse(
          line,
          (line.plain("municipality") == null) != Boolean.TRUE.equals(society) || successor != null,
          "six digits are a municipality's insurance or a society's",
          "write municipality: or society: yes, and no successor:");
    } else {
      refuse(
          line,
          municipality != null || society != null || validity.to() == null,
          "eight digits stand here where they are in use no more",
          "write validTo: and, where somebody took over, successor:");
    }
    refuseTwice(line, number, validity);
    if (successor != null) {
      successors.put(number, line.at("successor"));
    }
    numbers.add(new Listed(number, municipality, successor, validity));
  }

  private void refuseTwice(Mapping line, String number, Validity validity) {
    refuse(
        line,
        numbers.stream()
            .anyMatch(other -> other.number().equals(number) && other.validity().meets(validity)),
        "the number " + number + " stands twice for the same days",
        "correct validFrom and validTo, or keep one");
  }

  private static void refuse(Mapping line, boolean wrong, String what, String remedy) {
    if (wrong) {
      line.refuse("number", what, remedy);
    }
  }

  /** Whoever took over from itself would be looked for without end. */
  private static void refuseCircle(Insurers table, String number, Place place) {
    Set<String> reached = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(number));
    while (!next.isEmpty()) {
      table.lines(next.pop()).stream()
          .map(Listed::successor)
          .filter(successor -> successor != null && reached.add(successor))
          .forEach(next::push);
    }
    if (reached.contains(number)) {
      place.refuse("the successors of " + number + " go round", "name who is in use today");
    }
  }

  private static String checked(String text, boolean right) {
    if (!right) {
      throw new IllegalArgumentException();
    }
    return text;
  }
}
