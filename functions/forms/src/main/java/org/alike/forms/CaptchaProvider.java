package org.alike.forms;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose captcha it is. All three are asked in the same way, which reCAPTCHA began. */
enum CaptchaProvider {
  TURNSTILE("cf-turnstile-response", "https://challenges.cloudflare.com/turnstile/v0/siteverify"),
  HCAPTCHA("h-captcha-response", "https://api.hcaptcha.com/siteverify"),
  RECAPTCHA("g-recaptcha-response", "https://www.google.com/recaptcha/api/siteverify");

  private final String field;
  private final URI address;

  CaptchaProvider(String field, String address) {
    this.field = field;
    this.address = URI.create(address);
  }

  /** The field that its script puts into a form. */
  String field() {
    return field;
  }

  /** Where it is asked about a token. */
  URI address() {
    return address;
  }

  /** As it stands in definitions. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<CaptchaProvider> of(@Nullable Object word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
