package org.alike.members;

import java.util.Optional;

/**
 * What our letters say. Nothing in them was written by anybody else, but for the address that an
 * account is to have: whoever has it now must be able to tell a slip or a thief by it. The new
 * mailbox is told nothing of the old one, since it may be a stranger's. Pure; thread-safe.
 */
final class LetterTexts {
  private final String apiUrl;
  private final String siteUrl;

  LetterTexts(String apiUrl, String siteUrl) {
    this.apiUrl = apiUrl;
    this.siteUrl = siteUrl;
  }

  Mail.Message message(Franking.Franked letter) {
    return switch (letter.kind()) {
      case CONFIRM, RESEND -> confirm(letter);
      case ALREADY_MEMBER -> alreadyMember(letter);
      case NEW_ADDRESS -> newAddress(letter);
      case OLD_ADDRESS -> oldAddress(letter);
      case INTRODUCTION -> introduction(letter);
      case INTRODUCTION_ACCEPTED -> introductionAccepted(letter);
      case NEWS -> news(letter);
    };
  }

  private Mail.Message confirm(Franking.Franked letter) {
    return letter(
        letter,
        "Please confirm your address",
        """
        somebody, most likely you, asked to join Alike with this address.
        Please confirm it here:

        %s

        The link works once, and for 48 hours.

        It wasn't you? Then there is nothing to do: without this link nothing
        happens, and what was entered is deleted by itself.
        """
            .formatted(link(letter)));
  }

  private Mail.Message alreadyMember(Franking.Franked letter) {
    return letter(
        letter,
        "You have an account already",
        """
        somebody, most likely you, asked to join Alike with this address. It
        belongs to an account already, so there is nothing to confirm. To get
        in, simply sign in:

        %s/sign-in.html

        It wasn't you? Then there is nothing to do: nothing has changed.
        """
            .formatted(siteUrl));
  }

  private Mail.Message newAddress(Franking.Franked letter) {
    return letter(
        letter,
        "Please confirm your new address",
        """
        somebody, most likely you, wants to use this address for an account at
        Alike. Please confirm it here:

        %s

        The link works once, and for 48 hours. The address is changed when the
        mail to the old address was confirmed as well.

        It wasn't you? Then there is nothing to do: without this link nothing
        happens.
        """
            .formatted(link(letter)));
  }

  private Mail.Message oldAddress(Franking.Franked letter) {
    return letter(
        letter,
        "Is your address to be changed?",
        """
        somebody, most likely you, wants to change the address of your account
        at Alike to this one:

        %s

        If that is right, letter by letter, please confirm it here:

        %s

        The link works once, and for 48 hours. The address is changed when the
        mail to the new address was confirmed as well.

        It is not quite right? Sign in, and ask for the right one.

        It wasn't you? Then somebody else is signed in to your account. Do not
        open the link; sign in, and cancel the change under "My account":

        %s/account.html
        """
            .formatted(letter.next().orElseThrow().address(), link(letter), siteUrl));
  }

  private Mail.Message introduction(Franking.Franked letter) {
    return letter(
        letter,
        "Somebody would like to get in touch",
        """
        somebody at Alike would like to get in touch with you. Sign in to see
        who it is, and what they wrote. Your address is only told if you say
        yes:

        %s/introductions.html
        """
            .formatted(siteUrl));
  }

  private Mail.Message introductionAccepted(Franking.Franked letter) {
    return letter(
        letter,
        "You asked, and the answer is yes",
        """
        somebody at Alike whom you asked would like to get in touch, too. Sign
        in to see who it is:

        %s/introductions.html
        """
            .formatted(siteUrl));
  }

  private Mail.Message news(Franking.Franked letter) {
    return letter(
        letter,
        "Somebody close to you has joined",
        """
        somebody whose story is close to yours has joined Alike. Sign in to see
        who is like you:

        %s/me.html

        You get this at most once a week, because you wished for it. To end it,
        change your wishes here:

        %s/profile.html#wishes
        """
            .formatted(siteUrl, siteUrl));
  }

  private Mail.Message letter(Franking.Franked letter, String subject, String text) {
    return new Mail.Message(
        letter.to(),
        subject,
        "Hello,\n\n" + text + "\nAlike\n" + siteUrl + "\n",
        unsubscribe(letter));
  }

  /** Where such letters can be ended, for those that came of a wish. */
  private Optional<String> unsubscribe(Franking.Franked letter) {
    return letter.kind() == Letter.Kind.NEWS
        ? Optional.of(siteUrl + "/profile.html#wishes")
        : Optional.empty();
  }

  private String link(Franking.Franked letter) {
    return apiUrl + "/confirmations/" + letter.token().orElseThrow().text();
  }
}
