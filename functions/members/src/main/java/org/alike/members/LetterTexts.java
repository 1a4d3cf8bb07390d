package org.alike.members;

/** What our letters say. Nothing in them was written by anybody else. Pure; thread-safe. */
final class LetterTexts {
  private final String apiUrl;
  private final String siteUrl;

  LetterTexts(String apiUrl, String siteUrl) {
    this.apiUrl = apiUrl;
    this.siteUrl = siteUrl;
  }

  Mail.Message message(Letter letter) {
    return switch (letter.kind()) {
      case CONFIRM -> confirm(letter);
      case ALREADY_MEMBER -> alreadyMember(letter);
    };
  }

  private Mail.Message confirm(Letter letter) {
    String link = apiUrl + "/confirmations/" + letter.token().orElseThrow().text();
    return new Mail.Message(
        letter.to(),
        "Please confirm your address",
        """
        Hello,

        somebody, most likely you, asked to join Alike with this address.
        Please confirm it here:

        %s

        The link works once, and for 48 hours.

        It wasn't you? Then there is nothing to do: without this link nothing
        happens, and what was entered is deleted by itself.

        Alike
        %s
        """
            .formatted(link, siteUrl));
  }

  private Mail.Message alreadyMember(Letter letter) {
    return new Mail.Message(
        letter.to(),
        "You have an account already",
        """
        Hello,

        somebody, most likely you, asked to join Alike with this address. It
        belongs to an account already, so there is nothing to confirm. To get
        in, simply sign in:

        %s/sign-in.html

        It wasn't you? Then there is nothing to do: nothing has changed.

        Alike
        %s
        """
            .formatted(siteUrl, siteUrl));
  }
}
