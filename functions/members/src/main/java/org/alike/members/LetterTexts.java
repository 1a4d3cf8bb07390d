package org.alike.members;

import java.util.Map;
import java.util.Optional;
import org.alike.mail.Mail;

/** Makes mails of letters: the words for each kind, between greeting and signature. Pure. */
final class LetterTexts {
  private final AccountLetters account;
  private final ContactLetters contact;
  private final String siteUrl;

  /**
   * What one kind of letter says.
   *
   * @param subject on one line
   * @param text what follows the greeting; lines of 72 characters
   */
  record Wording(String subject, String text) {}

  LetterTexts(String apiUrl, String siteUrl) {
    this.account = new AccountLetters(apiUrl, siteUrl);
    this.contact = new ContactLetters(siteUrl);
    this.siteUrl = siteUrl;
  }

  Mail.Message message(Franking.Franked letter) {
    Wording wording = wording(letter);
    return new Mail.Message(
        letter.to().address(),
        wording.subject(),
        "Hello,\n\n" + wording.text() + "\nAlike\n" + siteUrl + "\n",
        Optional.empty(),
        unsubscribe(letter));
  }

  private Wording wording(Franking.Franked letter) {
    return switch (letter.kind()) {
      case CONFIRM, RESEND -> account.confirm(letter.token().orElseThrow());
      case ALREADY_MEMBER -> account.alreadyMember();
      case NEW_ADDRESS -> account.newAddress(letter.token().orElseThrow());
      case OLD_ADDRESS ->
          account.oldAddress(letter.token().orElseThrow(), letter.next().orElseThrow());
      case INTRODUCTION -> contact.introduction();
      case INTRODUCTION_ACCEPTED -> contact.introductionAccepted();
      case NEWS -> contact.news();
    };
  }

  /** Mail programs offer the page of this header beside the sender (RFC 2369). */
  private Map<String, String> unsubscribe(Franking.Franked letter) {
    return letter.kind() == Letter.Kind.NEWS
        ? Map.of("List-Unsubscribe", "<" + siteUrl + "/profile.html#wishes>")
        : Map.of();
  }
}
