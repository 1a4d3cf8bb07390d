package org.alike.members;

/**
 * What is written to somebody about their address and their account. The letter to a member's old
 * address names the new one, which is all that is not our own words: whoever has the account must
 * be able to tell a slip or a thief by it. The new mailbox is told nothing of the old one, since it
 * may be a stranger's. Pure; thread-safe.
 */
final class AccountLetters {
  private final String apiUrl;
  private final String siteUrl;

  AccountLetters(String apiUrl, String siteUrl) {
    this.apiUrl = apiUrl;
    this.siteUrl = siteUrl;
  }

  LetterTexts.Wording confirm(Token token) {
    return new LetterTexts.Wording(
        "Please confirm your address",
        """
        somebody, most likely you, asked to join Alike with this address.
        Please confirm it here:

        %s

        The link works once, and for 48 hours.

        It wasn't you? Then there is nothing to do: without this link nothing
        happens, and what was entered is deleted by itself.
        """
            .formatted(link(token)));
  }

  LetterTexts.Wording alreadyMember() {
    return new LetterTexts.Wording(
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

  LetterTexts.Wording newAddress(Token token) {
    return new LetterTexts.Wording(
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
            .formatted(link(token)));
  }

  LetterTexts.Wording oldAddress(Token token, Mailbox next) {
    return new LetterTexts.Wording(
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
            .formatted(next.address(), link(token), siteUrl));
  }

  private String link(Token token) {
    return apiUrl + "/confirmations/" + token.text();
  }
}
