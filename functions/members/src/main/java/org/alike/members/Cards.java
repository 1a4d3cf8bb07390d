package org.alike.members;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;
import org.alike.vocabulary.Kind;

/**
 * What members see of each other. Whoever can't be seen looks like somebody who never was, for
 * whatever reason. Thread-safe.
 */
final class Cards {
  private static final int BAND = 10;
  private final MemberStore store;
  private final Blocks blocks;
  private final MemberView view;

  Cards(MemberStore store, Blocks blocks, MemberView view) {
    this.store = store;
    this.blocks = blocks;
    this.view = view;
  }

  /** {@code GET /members/{id}}. */
  Answer show(Request request) {
    String caller = request.member();
    if (store.find(caller).isEmpty()) {
      throw Failure.of(
          Failure.Kind.FORBIDDEN, "This is for members. Sign up and confirm your address first.");
    }
    return store
        .find(request.path("id"))
        .filter(other -> other.tells(Audience.MEMBERS, Field.DISPLAY_NAME))
        .filter(other -> !blocks.areParted(caller, other.id()))
        .map(other -> Answer.ok(card(other, request.received())))
        .orElseThrow(() -> Failure.notFound("There is no such member."));
  }

  private Map<String, Object> card(Member member, Instant now) {
    Profile profile = member.profile();
    Person person = profile.person();
    return Json.of(
        "id", member.id(),
        "displayName", profile.displayName(),
        "conditions", list(member, Field.CONDITIONS, Kind.CONDITION, profile.conditions()),
        "symptoms", list(member, Field.SYMPTOMS, Kind.SYMPTOM, profile.symptoms()),
        "treatments", list(member, Field.TREATMENTS, Kind.TREATMENT, profile.treatments()),
        "ageBand", told(member, Field.BIRTH_YEAR, person.birthYear().map(y -> ageBand(y, now))),
        "sex", told(member, Field.SEX, person.sex().map(Words::of)),
        "country", told(member, Field.COUNTRY, person.country()),
        "region", told(member, Field.REGION, person.region()),
        "languages", told(member, Field.LANGUAGES, some(person.languages())),
        "about", told(member, Field.ABOUT, person.about()));
  }

  /** Side effects that are only words are words as typed, which nobody else sees. */
  private Optional<List<Map<String, Object>>> list(
      Member member, Field field, Kind kind, List<? extends Told<?>> all) {
    return told(member, field, some(view.placed(kind, all)));
  }

  private static <T> Optional<T> told(Member member, Field field, Optional<T> value) {
    return value.filter(unused -> member.tells(Audience.MEMBERS, field));
  }

  private static <T> Optional<List<T>> some(List<T> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list);
  }

  /** Ten years wide; the year itself is told to nobody. */
  static String ageBand(int birthYear, Instant now) {
    int first = Math.floorDiv(AgeGate.year(now) - birthYear, BAND) * BAND;
    return first + "-" + (first + BAND - 1);
  }
}
