package org.alike.members;

import java.util.Map;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.HtmlPage;
import org.alike.kernel.Ids;
import org.alike.kernel.Json;
import org.alike.kernel.Problem;
import org.alike.kernel.Repeat;
import org.alike.kernel.Representation;
import org.alike.kernel.Request;

/**
 * The link in the letter: looking at it shows a page with a button, pressing the button confirms.
 * Programs that look at every link of a mail therefore confirm nothing.
 *
 * <p>A link that works no longer is 410 for thirty days, whether it was used, expired, or a newer
 * one took its place; after that, and if it was never given out, it is 404. Thread-safe.
 */
final class Confirmations {
  /** Told before anything is confirmed: the signup may be a stranger's, or a slip. */
  private static final Map<Visibility, String> SEEN_BY =
      Map.of(
          Visibility.MATCHING, "Nobody will see you: you are only counted.",
          Visibility.MEMBERS, "Members will see you.",
          Visibility.PUBLIC, "Everybody will see you.");

  private final MemberStore store;
  private final AddressConfirmations addresses;
  private final Ids ids;
  private final String siteUrl;

  Confirmations(MemberStore store, AddressConfirmations addresses, Ids ids, String siteUrl) {
    this.store = store;
    this.addresses = addresses;
    this.ids = ids;
    this.siteUrl = siteUrl;
  }

  /** {@code GET /confirmations/{token}}. */
  Answer show(Request request) {
    MemberStore.Link link = link(request);
    if (link instanceof MemberStore.Link.Move move) {
      return addresses
          .show(move.member(), token(request), request)
          .orElseThrow(Confirmations::spent);
    }
    Profile profile = open(link).profile();
    return HtmlPage.titled("Please confirm your address")
        .text("One press, and you are in as \u201C" + profile.displayName() + "\u201D.")
        .text(SEEN_BY.getOrDefault(profile.shown().visibility(), ""))
        .button("Confirm my address", siteUrl)
        .text("If it wasn't you who asked to join Alike, simply close this page.")
        .answer(200);
  }

  /** {@code POST /confirmations/{token}}. */
  Answer confirm(Request request) {
    MemberStore.Link link = link(request);
    if (link instanceof MemberStore.Link.Move move) {
      return addresses
          .confirm(move.member(), token(request), request)
          .orElseThrow(Confirmations::spent);
    }
    Signup signup = open(link);
    Member member = Member.joining(ids.next(), signup, request.received());
    Repeat<Member> repeat = request.repeat(joined -> confirmed(request));
    if (!store.join(member, token(request), repeat.marker(member))) {
      throw spent();
    }
    return confirmed(request);
  }

  /** Tells a failure as a page to people, and as a problem to programs. */
  Answer explain(Failure failure, Request request) {
    Answer problem = Problem.answer(failure, request.id());
    boolean page =
        request.path().startsWith("/confirmations/")
            && Representation.wantedBy(request) == Representation.PAGE;
    return page
        ? HtmlPage.titled("This did not work")
            .text(failure.detail())
            .link(siteUrl + "/", "To Alike")
            .answer(problem.status())
        : problem;
  }

  private MemberStore.Link link(Request request) {
    Token token = token(request);
    return token.isWellFormed()
        ? store.link(token, request.received())
        : new MemberStore.Link.Unknown();
  }

  private static Signup open(MemberStore.Link link) {
    if (link instanceof MemberStore.Link.Open open) {
      return open.signup();
    }
    throw link instanceof MemberStore.Link.Spent
        ? spent()
        : Failure.notFound("This link does not exist. Please check that it is complete.");
  }

  private static Token token(Request request) {
    return new Token(request.path("token"));
  }

  private static Failure spent() {
    return Failure.of(
        Failure.Kind.GONE,
        "This link was used already, is older than 48 hours, or a newer one was sent."
            + " If you have confirmed before, simply sign in.");
  }

  private Answer confirmed(Request request) {
    String next = siteUrl + "/confirmed.html";
    return Representation.wantedBy(request) == Representation.PAGE
        ? Answer.redirect(303, next)
        : Answer.ok(
            Json.of("confirmed", true, "message", "Your address is confirmed.", "next", next));
  }
}
