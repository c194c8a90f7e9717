package jp.renkei.endtoend;

/** A process that steps on, for the agent's own test. */
final class Toy {

  private Toy() {}

  public static void main(String[] arguments) {
    for (int i = 1; i <= 5; i++) {
      step(i);
    }
    System.out.println("done");
  }

  private static void step(int number) {
    System.out.println("step " + number);
  }
}
