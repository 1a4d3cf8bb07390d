package org.alike.members;

import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.HtmlPage;
import org.alike.kernel.Json;
import org.alike.kernel.Repeat;
import org.alike.kernel.Representation;
import org.alike.kernel.Request;

/**
 * The links by which the old and the new mailbox agree to a change of address; the second one
 * changes it. Thread-safe.
 */
final class AddressConfirmations {
  private static final int ATTEMPTS = 8;
  private static final String BOTH =
      "The address is changed when the old and the new one were confirmed.";
  private final MemberStore members;
  private final AddressStore store;
  private final String siteUrl;

  AddressConfirmations(MemberStore members, AddressStore store, String siteUrl) {
    this.members = members;
    this.store = store;
    this.siteUrl = siteUrl;
  }

  /** The page behind a link that works; empty when this one works no longer. */
  Optional<Answer> show(String member, Token token, Request request) {
    return store
        .of(member, request.received())
        .pending()
        .flatMap(
            pending -> pending.side(token.digest()).map(side -> page(side, pending.address())));
  }

  /** Confirms what the link is for; empty when it works no longer. */
  Optional<Answer> confirm(String member, Token token, Request request) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      AddressChange seen = store.of(member, request.received());
      Optional<AddressChange.Pending> agreed =
          seen.pending()
              .flatMap(wish -> wish.side(token.digest()).map(side -> wish.confirming(side)));
      if (agreed.isEmpty()) {
        return Optional.empty();
      }
      boolean last = agreed.get().isDone();
      Optional<AddressChange.Pending> left = last ? Optional.empty() : agreed;
      AddressStore.Step step =
          new AddressStore.Step(member, seen, seen.with(left), request.received());
      if (last ? swapped(step, token, request) : noted(step, token, request)) {
        return Optional.of(confirmed(last, request));
      }
    }
    return Optional.empty();
  }

  private boolean noted(AddressStore.Step step, Token token, Request request) {
    return store.confirm(step, token.digest(), marker(false, request).marker(step));
  }

  /** An address that became another member's in the meantime stays theirs, and the wish ends. */
  private boolean swapped(AddressStore.Step step, Token token, Request request) {
    Optional<Member> member = members.find(step.member());
    if (member.isEmpty()) {
      return false;
    }
    AddressStore.Swapped swapped =
        store.swap(member.get(), step, token.digest(), marker(true, request).marker(step));
    if (swapped == AddressStore.Swapped.TAKEN) {
      store.cancel(step);
    }
    return swapped == AddressStore.Swapped.DONE;
  }

  private Repeat<AddressStore.Step> marker(boolean last, Request request) {
    return request.repeat(step -> confirmed(last, request));
  }

  /**
   * The old mailbox is the member's, and is told the new address, so that a slip or a thief is
   * noticed; the new one may be a stranger's, and is told nothing.
   */
  private Answer page(AddressChange.Side side, Mailbox next) {
    return switch (side) {
      case OLD ->
          HtmlPage.titled("Change the address of your account?")
              .text("The new address is to be " + next.address() + ".")
              .text(BOTH)
              .button("Yes, I confirm", siteUrl)
              .text("If it wasn't you who asked for it, sign in and cancel the change:")
              .link(siteUrl + "/account.html", "My account")
              .answer(200);
      case NEW ->
          HtmlPage.titled("Use this address for your account?")
              .text(BOTH)
              .button("Yes, I confirm", siteUrl)
              .text("If it wasn't you who asked for it, simply close this page.")
              .answer(200);
    };
  }

  private Answer confirmed(boolean last, Request request) {
    String message =
        last
            ? "Your address is changed. From now on, sign in with the new one."
            : "Thank you. Please use the link in the mail to the other address as well.";
    return Representation.wantedBy(request) == Representation.PAGE
        ? HtmlPage.titled("Confirmed").text(message).link(siteUrl + "/", "To Alike").answer(200)
        : Answer.ok(
            Json.of("confirmed", true, "message", message, "next", siteUrl + "/account.html"));
  }
}
