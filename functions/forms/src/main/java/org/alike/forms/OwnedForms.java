package org.alike.forms;

import org.alike.kernel.Caller;
import org.alike.kernel.Failure;
import org.alike.kernel.Request;

/** Lets only owners near a form. Thread-safe. */
final class OwnedForms {
  static final String OWNER = "owner";
  private final FormDefinitions forms;

  OwnedForms(FormDefinitions forms) {
    this.forms = forms;
  }

  /**
   * The owner who asks about the form in the request's path.
   *
   * @throws Failure UNAUTHENTICATED, FORBIDDEN, or NOT_FOUND when there is no such form
   */
  Caller owner(Request request) {
    Caller owner = request.inRole(OWNER);
    form(request);
    return owner;
  }

  /** That form. */
  FormDefinition form(Request request) {
    return forms
        .find(request.path("form"))
        .orElseThrow(() -> Failure.notFound("There is no such form."));
  }
}
