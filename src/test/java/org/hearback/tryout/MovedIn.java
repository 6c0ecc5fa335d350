package org.hearback.tryout;

import io.micronaut.context.ApplicationContext;
import java.net.URI;

/**
 * Lets the sample council move into a house that a test has opened, and waits until it is there.
 */
public final class MovedIn {
  private MovedIn() {}

  public static void into(ApplicationContext house, URI address) throws InterruptedException {
    house.getBean(Sample.class).load();
    var load = house.getBean(SampleLoad.class);
    load.begin(address);
    while (!load.progress().finished()) {
      if (load.progress().failed()) {
        throw new IllegalStateException("the sample council did not move in; see the log");
      }
      Thread.sleep(200);
    }
  }
}
