package org.hearback;

final class Main {
  private Main() {}

  static void main(String[] args) {}
}
