package org.alike.forms;

import java.util.List;
import java.util.Optional;

/**
 * What the captcha of a form says about a submission. A token that is missing, wrong, or can't be
 * checked sets it aside and loses nothing: a provider that is down must not close the form. A token
 * counts once at its provider, so a try that broke off after asking is set aside when it is
 * repeated. Thread-safe.
 */
final class CaptchaCheck {
  private final CaptchaVerifier verifier;

  CaptchaCheck(CaptchaVerifier verifier) {
    this.verifier = verifier;
  }

  /**
   * Why to set the submission aside: these reasons, and what the captcha adds. Nobody is asked
   * where there are reasons already, nor in a form without a captcha.
   */
  List<String> reasons(FormDefinition form, Sent sent, List<String> others) {
    if (!others.isEmpty()) {
      return others;
    }
    return form.captcha().flatMap(captcha -> reason(captcha, sent)).map(List::of).orElse(List.of());
  }

  private Optional<String> reason(Captcha captcha, Sent sent) {
    Optional<String> token =
        sent.controls().stream()
            .filter(entry -> entry.name().equals(captcha.provider().field()) && !entry.isBlank())
            .map(entry -> entry.value().strip())
            .findFirst();
    if (token.isEmpty()) {
      return Optional.of("captcha-missing");
    }
    Optional<Boolean> solved = verifier.isSolved(captcha, token.get());
    if (solved.isEmpty()) {
      return Optional.of("captcha-unchecked");
    }
    return solved.get() ? Optional.empty() : Optional.of("captcha");
  }
}
