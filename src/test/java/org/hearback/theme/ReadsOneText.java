package org.hearback.theme;

/** Asks for the meaning of one text, as the service does, with what lies on the class path. */
final class ReadsOneText {
  private ReadsOneText() {}

  public static void main(String[] none) {
    var direction = new ThemeConfig().meaning(true).of("They never rang back.");
    System.out.println(direction.map(it -> it.length + " numbers").orElse("no model"));
    System.exit(0); // the model leaves threads behind
  }
}
