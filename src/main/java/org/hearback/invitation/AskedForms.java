package org.hearback.invitation;

import org.hearback.form.Forms;
import org.hearback.journey.Milestone;
import org.hearback.journey.Milestones;

/**
 * Whether the forms that milestones ask with can be asked with. Looked at once, at start: a form
 * that is missing would else be noticed by the first person whose link does not open.
 */
final class AskedForms {
  private AskedForms() {}

  /**
   * @throws IllegalArgumentException with what is wrong, for whoever wrote the file
   */
  static void check(Milestones milestones, Forms forms) {
    milestones
        .milestones()
        .forEach((key, milestone) -> milestone.ask().forEach(ask -> check(key, ask, forms)));
  }

  private static void check(String milestone, Milestone.Ask ask, Forms forms) {
    var asked =
        "forms/milestones.yml: "
            + milestone
            + " asks with "
            + ask.form()
            + " version "
            + ask.version()
            + ", ";
    var form =
        forms
            .find(ask.form(), ask.version())
            .orElseThrow(() -> new IllegalArgumentException(asked + "which is not published"));
    if (form.open()) {
      throw new IllegalArgumentException(
          asked + "which is for whoever comes by; nobody is invited to it");
    }
    if (form.audience() != ask.audience()) {
      throw new IllegalArgumentException(
          asked + "which is for " + form.audience() + " and not for " + ask.audience());
    }
  }
}
