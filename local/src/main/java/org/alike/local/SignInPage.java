package org.alike.local;

/** What a person sees when signing in to the local stack. */
final class SignInPage {
  private SignInPage() {}

  static String html(String email) {
    return Html.page(
        "Sign in",
        "<p>This is the sign-in of your own machine: any address will do. On AWS a code comes by"
            + " e-mail.</p><form method=\"post\"><p><label>E-mail address<br><input name=\"email\""
            + " type=\"email\" required autofocus autocomplete=\"email\" size=\"32\" value=\""
            + Html.escape(email)
            + "\"></label></p><p><button>Sign in</button></p></form>");
  }

  static String refusal(String why) {
    return Html.page("Sign in", "<p>This sign-in cannot go on: " + Html.escape(why) + ".</p>");
  }
}
