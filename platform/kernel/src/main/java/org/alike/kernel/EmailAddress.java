package org.alike.kernel;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * An e-mail address and the mailbox it names. Immutable.
 *
 * <p>The identity is one spelling for all ways to type the same mailbox: trimmed, in Unicode's
 * compatibility form (NFKC), in lower case, the domain in its ASCII form (punycode). Letters that
 * only look alike stay different. Mail goes to the identity and never to what was typed, so that
 * nobody can confirm one mailbox by owning another that folds into it.
 *
 * @param identity the mailbox
 * @param exact whether the local part was typed as the identity has it, upper and lower case of
 *     ASCII letters aside. An address that somebody else verified counts only when it is exact.
 */
public record EmailAddress(String identity, boolean exact) {
  private static final int MAX_TYPED = 320;
  private static final int MAX_LOCAL = 64;
  private static final int MAX = 254;
  private static final String NOT_IN_LOCAL = "@\"(),:;<>[]\\";

  /** Letters that the two versions of IDNA send to different domains; refused, never guessed. */
  private static final String DEVIATING = "\u00DF\u03C2\u200C\u200D";

  /** The address that was typed; empty when it isn't one that mail can be sent to. */
  public static Optional<EmailAddress> parse(String typed) {
    String stripped = typed.strip();
    if (stripped.length() > MAX_TYPED || !Texts.storableLine(stripped)) {
      return Optional.empty();
    }
    String folded = fold(stripped);
    int at = folded.lastIndexOf('@');
    String local = folded.substring(0, Math.max(0, at));
    if (!isLocal(local)) {
      return Optional.empty();
    }
    return ascii(folded.substring(at + 1))
        .map(domain -> local + "@" + domain)
        .filter(identity -> bytes(identity) <= MAX)
        .map(identity -> new EmailAddress(identity, startsWith(stripped, local + "@")));
  }

  private static String fold(String text) {
    String once = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(once, Normalizer.Form.NFKC);
  }

  private static boolean isLocal(String local) {
    return !local.isEmpty()
        && bytes(local) <= MAX_LOCAL
        && !local.startsWith(".")
        && !local.endsWith(".")
        && !local.contains("..")
        && local.codePoints().allMatch(EmailAddress::isLocal);
  }

  private static boolean isLocal(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> NOT_IN_LOCAL.indexOf(c) < 0;
    };
  }

  private static Optional<String> ascii(String domain) {
    if (domain.chars().anyMatch(c -> DEVIATING.indexOf(c) >= 0)) {
      return Optional.empty();
    }
    try {
      String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return Optional.of(ascii).filter(EmailAddress::isDomain);
    } catch (IllegalArgumentException notADomain) {
      return Optional.empty();
    }
  }

  /** At least two labels, none empty, and a last one that can't be part of an IP address. */
  private static boolean isDomain(String ascii) {
    String last = ascii.substring(ascii.lastIndexOf('.') + 1);
    return ascii.indexOf('.') > 0
        && !ascii.contains("..")
        && last.length() >= 2
        && last.chars().anyMatch(c -> c >= 'a' && c <= 'z');
  }

  private static boolean startsWith(String typed, String local) {
    if (typed.length() < local.length()) {
      return false;
    }
    for (int i = 0; i < local.length(); i++) {
      char c = typed.charAt(i);
      char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
      if (lower != local.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
