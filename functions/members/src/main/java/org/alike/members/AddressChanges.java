package org.alike.members;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Ids;
import org.alike.kernel.Json;
import org.alike.kernel.Request;

/**
 * Changing one's address: a letter goes to the old and one to the new mailbox, and the address is
 * changed when both have agreed. Whether the new one belongs to another member is found out by
 * whoever sends the letter, so that the member who asks can't learn it here. Thread-safe.
 */
final class AddressChanges {
  private static final int ATTEMPTS = 8;
  private final MemberStore members;
  private final AddressStore store;
  private final Ids ids;
  private final RandomGenerator random;

  AddressChanges(MemberStore members, AddressStore store, Ids ids, RandomGenerator random) {
    this.members = members;
    this.store = store;
    this.ids = ids;
    this.random = random;
  }

  /** {@code POST /me/address}. */
  Answer ask(Request request) {
    String id = request.member();
    Mailbox address = Resending.mailbox(request.fields());
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Member member = members.find(id).orElseThrow(AddressChanges::gone);
      if (member.mailbox().equals(address)) {
        throw Failure.invalid("/email", "same", "This is your address already.");
      }
      if (wished(member, address, request)) {
        return asked();
      }
    }
    throw Failure.unavailable(1);
  }

  /** {@code GET /me/address}. */
  Answer show(Request request) {
    String member = members.find(request.member()).orElseThrow(AddressChanges::gone).id();
    return Answer.ok(
        Json.of(
            "pending", store.of(member, request.received()).pending().map(AddressChanges::json)));
  }

  /** {@code DELETE /me/address}. */
  Answer cancel(Request request) {
    String member = members.find(request.member()).orElseThrow(AddressChanges::gone).id();
    Instant now = request.received();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      AddressChange seen = store.of(member, now);
      AddressStore.Step step =
          new AddressStore.Step(member, seen, seen.with(Optional.empty()), now);
      if (seen.pending().isEmpty() || store.cancel(step)) {
        return Answer.noContent();
      }
    }
    throw Failure.unavailable(1);
  }

  private boolean wished(Member member, Mailbox address, Request request) {
    Instant now = request.received();
    Instant expires = now.plus(Signups.VALID);
    Letter toOld =
        letter(Letter.Kind.OLD_ADDRESS, new Letter.Addressee.OfMember(member.id()), expires);
    Letter toNew = letter(Letter.Kind.NEW_ADDRESS, new Letter.Addressee.Reader(address), expires);
    AddressChange.Pending wish =
        new AddressChange.Pending(
            address,
            digest(toOld),
            digest(toNew),
            List.of(toOld.id(), toNew.id()),
            false,
            false,
            expires);
    AddressChange seen = store.of(member.id(), now);
    AddressChange next =
        seen.wishing(wish, now).orElseThrow(() -> Failure.tooMany(Asking.untilTomorrow(now)));
    return store.wish(
        new AddressStore.Step(member.id(), seen, next, now),
        List.of(toOld, toNew),
        request.repeat(done -> asked()).marker(next));
  }

  private Letter letter(Letter.Kind kind, Letter.Addressee to, Instant expires) {
    return Letter.unfranked(ids.next(), kind, to, Optional.of(Token.random(random)), expires);
  }

  private static String digest(Letter letter) {
    return letter.token().orElseThrow().digest();
  }

  private static Answer asked() {
    return Answer.json(
        202,
        Json.of(
            "message",
            "Two mails are on their way. The address is changed when the links in both were used."));
  }

  static Map<String, Object> json(AddressChange.Pending pending) {
    return Json.of(
        "address", pending.address().address(),
        "newConfirmed", pending.newConfirmed(),
        "oldConfirmed", pending.oldConfirmed(),
        "expires", pending.expires().toString());
  }

  private static Failure gone() {
    return Failure.notFound("There is no such member any more.");
  }
}
