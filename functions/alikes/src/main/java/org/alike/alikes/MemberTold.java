package org.alike.alikes;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.vocabulary.Kind;

/**
 * Reads {@code MemberChanged}. Events from before members could choose who sees each field have the
 * audience of the card, and nothing of health goes further than to members.
 */
final class MemberTold {
  private final DomainEvent event;

  private MemberTold(DomainEvent event) {
    this.event = event;
  }

  /** The person whom the event tells of. */
  static Person person(DomainEvent event) {
    return new MemberTold(event).person();
  }

  private Person person() {
    Map<Kind, List<Told>> told = new EnumMap<>(Kind.class);
    told.put(Kind.CONDITION, told(Kind.CONDITION, "conditions"));
    told.put(Kind.SYMPTOM, told(Kind.SYMPTOM, "symptoms"));
    told.put(Kind.TREATMENT, told(Kind.TREATMENT, "treatments"));
    return new Person(
        event.entity(),
        text("joined").map(Instant::parse).orElse(event.time()),
        !Boolean.FALSE.equals(event.data().get("matchable")),
        told,
        new Particulars(
            event.text("displayName"),
            event.number("birthYear"),
            text("sex"),
            text("country"),
            text("region"),
            event.texts("languages"),
            text("about")),
        Wishes.of(object("wishes")),
        shown());
  }

  private List<Told> told(Kind kind, String name) {
    List<?> said = object("details").get(name) instanceof List<?> list ? list : List.of();
    Map<String, Map<String, Object>> details =
        said.stream()
            .flatMap(one -> Json.asObject(one).stream())
            .collect(
                Collectors.toMap(
                    one -> String.valueOf(one.get("id")),
                    Function.identity(),
                    (first, second) -> first));
    return event.texts(name).stream()
        .map(id -> Told.of(kind, id, details.getOrDefault(id, Map.of())))
        .toList();
  }

  private Map<CardField, Audience> shown() {
    Map<CardField, Audience> shown = new EnumMap<>(CardField.class);
    Map<String, Object> json = object("shown");
    Audience card = Audience.of(event.text("visibility"));
    for (CardField field : CardField.values()) {
      shown.put(
          field,
          event.data().containsKey("shown")
              ? Audience.of(String.valueOf(json.get(field.wireName())))
              : ofCard(field, card));
    }
    return shown;
  }

  private static Audience ofCard(CardField field, Audience card) {
    return switch (field) {
      case DISPLAY_NAME, CONDITIONS, COUNTRY -> card;
      default -> card.narrower(Audience.MEMBERS);
    };
  }

  private Map<String, Object> object(String name) {
    return Json.asObject(event.data().get(name)).orElse(Map.of());
  }

  private Optional<String> text(String name) {
    return Optional.of(event.text(name)).filter(text -> !text.isEmpty());
  }
}
