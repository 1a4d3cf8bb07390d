package org.alike.members;

/**
 * What is written to a member about others: that there is something, never of whom or what it tells
 * of. Pure; thread-safe.
 */
final class ContactLetters {
  private final String siteUrl;

  ContactLetters(String siteUrl) {
    this.siteUrl = siteUrl;
  }

  LetterTexts.Wording introduction() {
    return new LetterTexts.Wording(
        "Somebody would like to get in touch",
        """
        somebody at Alike would like to get in touch with you. Sign in to see
        who it is, and what they wrote. Your address is only told if you say
        yes:

        %s/introductions.html
        """
            .formatted(siteUrl));
  }

  LetterTexts.Wording introductionAccepted() {
    return new LetterTexts.Wording(
        "You asked, and the answer is yes",
        """
        somebody at Alike whom you asked would like to get in touch, too. Sign
        in to see who it is:

        %s/introductions.html
        """
            .formatted(siteUrl));
  }

  LetterTexts.Wording news() {
    return new LetterTexts.Wording(
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
}
