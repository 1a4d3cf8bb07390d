package org.alike.members;

import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;

/** An introduction as its two members are shown it. Pure; thread-safe. */
final class IntroductionView {
  private IntroductionView() {}

  /** What who asked is told at once; nothing personal, since the answer is kept for repeats. */
  static Map<String, Object> asked(Introduction sent) {
    return Json.of(
        "id", sent.id(),
        "direction", "sent",
        "state", sent.state().word(),
        "asked", sent.asked().toString());
  }

  /** The whole of it; the address only when both said yes, the name as far as it may be known. */
  static Map<String, Object> json(Introduction introduction, Member other, Optional<String> name) {
    boolean accepted = introduction.state() == Introduction.State.ACCEPTED;
    return Json.of(
        "id",
        introduction.id(),
        "direction",
        introduction.direction().word(),
        "state",
        introduction.state().word(),
        "other",
        Json.of("id", other.id(), "displayName", name),
        "note",
        introduction.note(),
        "asked",
        introduction.asked().toString(),
        "contact",
        accepted ? Json.of("email", other.mailbox().address()) : null);
  }
}
