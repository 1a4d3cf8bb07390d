package org.alike.forms;

import java.util.Optional;

/** Asks a captcha's provider about the token that came with a form. Thread-safe. */
@FunctionalInterface
interface CaptchaVerifier {
  /** Whether it was solved; empty when that can't be found out in time. */
  Optional<Boolean> isSolved(Captcha captcha, String token);
}
