package org.hearback;

import org.junit.jupiter.api.Tag;

/** The same by two hundred clients. */
@Tag("full")
class DropByManyTest extends DropTest {
  @Override
  Crowd crowd() {
    return new Crowd(200, 8, 40);
  }
}
