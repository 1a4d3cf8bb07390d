package org.alike.members;

import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Request;
import org.alike.vocabulary.Vocabulary;

/**
 * Members change what they told, and to whom. Whoever works on an older version is told so, and
 * nothing is lost. Thread-safe.
 */
final class ProfileChanges {
  private final MemberStore store;
  private final MemberView view;
  private final Vocabulary vocabulary;
  private final AgeGate gate;

  ProfileChanges(MemberStore store, MemberView view, Vocabulary vocabulary, AgeGate gate) {
    this.store = store;
    this.view = view;
    this.vocabulary = vocabulary;
    this.gate = gate;
  }

  /**
   * {@code PATCH /me}. A change that makes no difference makes no version. So it is with one that
   * comes again because its answer was lost: what it asks for is there already.
   */
  Answer change(Request request) {
    String id = request.member();
    Seen seen = Seen.of(request);
    ProfilePatch patch = new ProfilePatch(request.fields(), vocabulary, gate, request.received());
    Member before = store.find(id).orElseThrow(Me::gone);
    if (!seen.is(before) && !seen.wasBefore(before)) {
      throw stale();
    }
    if (!before.consent().given() && patch.tellsOfHealth()) {
      throw Failure.of(
          Failure.Kind.CONFLICT,
          "Your consent is withdrawn, so nothing about your health is added. Give it again first.");
    }
    Profile profile = patch.apply(before.profile());
    if (profile.equals(before.profile())) {
      return view.answer(before);
    }
    Member after = before.telling(profile, request.received());
    if (!seen.is(before) || !store.replace(before, after)) {
      throw stale();
    }
    return view.answer(after);
  }

  private static Failure stale() {
    return Failure.of(
        Failure.Kind.PRECONDITION_FAILED,
        "Your profile was changed in the meantime. Nothing of this was written; load it again and"
            + " bring both together.");
  }
}
