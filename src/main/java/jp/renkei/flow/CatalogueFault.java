package jp.renkei.flow;

/**
 * One thing that is wrong in the catalogue.
 *
 * @param file the source's name, e.g. {@code routes/flows/assessment.yaml}
 * @param line the line in it, from 1
 * @param what what is wrong
 * @param remedy what to write instead
 */
public record CatalogueFault(String file, int line, String what, String remedy) {

  @Override
  public String toString() {
    return file + ":" + line + ": " + what + " -> " + remedy;
  }
}
