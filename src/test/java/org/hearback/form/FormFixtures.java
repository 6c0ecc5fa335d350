package org.hearback.form;

import io.micronaut.context.MessageSource;

/** The forms, words and assets of this build, for tests of any room. */
public final class FormFixtures {
  private FormFixtures() {}

  public static Forms forms() {
    return new Forms();
  }

  public static Words words() {
    return new Words();
  }

  public static Pictures pictures() {
    return new Pictures();
  }

  /** None. */
  public static Recordings recordings() {
    return new Recordings(forms(), words(), "");
  }

  public static Assets assets() {
    return new Assets();
  }

  /** The words as the framework sees them. */
  public static MessageSource messages() {
    return new FaceConfig().messages(new Words());
  }

  /** A file of the face by the address that a page names. */
  public static byte[] asset(Assets assets, String file) {
    return assets.find(file).orElseThrow().plain();
  }

  public static byte[] packedAsset(Assets assets, String file) {
    return assets.find(file).orElseThrow().gzip();
  }

  public static String assetType(Assets assets, String file) {
    return assets.find(file).orElseThrow().type();
  }
}
