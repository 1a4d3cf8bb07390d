package org.alike.members;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;
import org.alike.vocabulary.Kind;

/** A member as other members see them: only fields that they show to members. Pure; thread-safe. */
final class CardView {
  private static final int BAND = 10;
  private final MemberView view;

  CardView(MemberView view) {
    this.view = view;
  }

  Map<String, Object> json(Member member, Instant now) {
    Profile profile = member.profile();
    Person person = profile.person();
    return Json.of(
        "id", member.id(),
        "displayName", shown(member, Field.DISPLAY_NAME, Optional.of(profile.displayName())),
        "conditions", list(member, Field.CONDITIONS, Kind.CONDITION, profile.conditions()),
        "symptoms", list(member, Field.SYMPTOMS, Kind.SYMPTOM, profile.symptoms()),
        "treatments", list(member, Field.TREATMENTS, Kind.TREATMENT, profile.treatments()),
        "ageBand", shown(member, Field.BIRTH_YEAR, person.birthYear().map(y -> ageBand(y, now))),
        "sex", shown(member, Field.SEX, person.sex().map(Words::of)),
        "country", shown(member, Field.COUNTRY, person.country()),
        "region", shown(member, Field.REGION, person.region()),
        "languages", shown(member, Field.LANGUAGES, some(person.languages())),
        "about", shown(member, Field.ABOUT, person.about()));
  }

  private Optional<List<Map<String, Object>>> list(
      Member member, Field field, Kind kind, List<? extends Told<?>> all) {
    return shown(member, field, some(view.placed(kind, all)));
  }

  private static <T> Optional<T> shown(Member member, Field field, Optional<T> value) {
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
