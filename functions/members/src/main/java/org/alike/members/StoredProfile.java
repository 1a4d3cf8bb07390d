package org.alike.members;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.alike.kernel.Json;
import org.alike.store.Item;

/**
 * The part of a stored item that pending signups and members share: profile and mailbox, and in the
 * same item the consent without which neither may be kept.
 */
final class StoredProfile {
  private static final String SHOWN = "shown";
  private static final String WISHES = "wishes";

  private StoredProfile() {}

  static Item with(Item item, Mailbox mailbox, Profile profile, Consent consent) {
    Person person = profile.person();
    Item more =
        withConsent(item.with("email", mailbox.address()), consent)
            .with("displayName", profile.displayName())
            .with("sex", person.sex().map(Words::of))
            .with("country", person.country())
            .with("region", person.region())
            .with("languages", person.languages())
            .with("about", person.about())
            .with("conditions", texts(profile.conditions()))
            .with("symptoms", texts(profile.symptoms()))
            .with("treatments", texts(profile.treatments()))
            .with(SHOWN, Json.write(profile.shown().json()))
            .with(WISHES, Json.write(profile.wishes().json()));
    return person.birthYear().map(year -> more.with("birthYear", year)).orElse(more);
  }

  static Mailbox mailbox(Item item) {
    return new Mailbox(item.text("email"));
  }

  static Item withConsent(Item item, Consent consent) {
    return item.with("consents", consent.number())
        .with("consent", consent.version())
        .with("consentAt", consent.at().toString())
        .with("withdrawn", !consent.given());
  }

  static Consent consent(Item item) {
    return new Consent(
        item.findNumber("consents").map(Long::intValue).orElse(1),
        !item.flag("withdrawn"),
        item.text("consent"),
        Instant.parse(item.text("consentAt")));
  }

  static Profile profile(Item item) {
    Profile profile =
        new Profile(
            item.text("displayName"),
            told(item, "conditions", Course::of),
            told(item, "symptoms", Burden::of),
            told(item, "treatments", Experience::of),
            person(item),
            Shown.AT_FIRST,
            item.find(WISHES).map(Json::trusted).map(Wishes::of).orElse(Wishes.NONE));
    return item.find(SHOWN)
        .map(text -> profile.showing(shown(Json.trusted(text))))
        .orElseGet(() -> profile.showing(Visibility.of(item.text("visibility"))));
  }

  private static Person person(Item item) {
    return new Person(
        item.findNumber("birthYear").map(Long::intValue),
        item.find("sex").flatMap(word -> Words.find(Person.Sex.class, word)),
        item.find("country"),
        item.find("region"),
        item.texts("languages"),
        item.find("about"));
  }

  private static Shown shown(Map<String, Object> json) {
    Map<Field, Audience> audiences = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      Optional.ofNullable(json.get(field.word()))
          .flatMap(word -> Words.find(Audience.class, String.valueOf(word)))
          .ifPresent(audience -> audiences.put(field, audience));
    }
    return new Shown(audiences);
  }

  private static List<String> texts(List<? extends Told<?>> all) {
    return all.stream().map(told -> Json.write(told.json())).toList();
  }

  private static <D extends Told.Details> List<Told<D>> told(
      Item item, String name, Function<Map<String, Object>, D> details) {
    Stream<Map<String, Object>> entries = item.texts(name).stream().map(StoredProfile::entry);
    Stream<Map<String, Object>> formerly =
        Stream.concat(words(item, name + "Unknown", false), words(item, name + "Ambiguous", true));
    return Stream.concat(entries, formerly).map(json -> Told.of(json, details)).toList();
  }

  private static Stream<Map<String, Object>> words(Item item, String name, boolean ambiguous) {
    return item.texts(name).stream().map(typed -> new Term.AsTyped(typed, ambiguous).json());
  }

  /** Items of the time before details hold the bare id, and words beside it. */
  private static Map<String, Object> entry(String text) {
    return text.startsWith("{") ? Json.trusted(text) : Json.of("id", text);
  }
}
