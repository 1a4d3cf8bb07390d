package org.alike.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.alike.kernel.Json;

/**
 * A place where two manuscripts differ.
 *
 * @param reading the variant; absent for what the variants share
 * @param section id of the section; absent for what belongs to the whole variant
 * @param field what differs; {@code section} or {@code variant} when one of the two has none
 */
record TextChange(Optional<Reading> reading, Optional<String> section, String field) {

  /** Every place in which the manuscripts differ. */
  static List<TextChange> between(Manuscript before, Manuscript after) {
    List<TextChange> changes = new ArrayList<>();
    Place whole = new Place(changes, Optional.empty(), Optional.empty());
    whole.compare("alsoKnownAs", before, after, Manuscript::alsoKnownAs);
    whole.compare("covers", before, after, Manuscript::covers);
    whole.compare("symptoms", before, after, Manuscript::symptoms);
    whole.compare("treatments", before, after, Manuscript::treatments);
    whole.compare("sources", before, after, Manuscript::sources);
    Set<Reading> readings = new LinkedHashSet<>();
    Stream.of(before, after)
        .forEach(text -> text.variants().forEach(variant -> readings.add(variant.reading())));
    for (Reading reading : readings) {
      Place place = new Place(changes, Optional.of(reading), Optional.empty());
      Optional<Variant> old = before.variant(reading);
      Optional<Variant> now = after.variant(reading);
      if (old.isEmpty() || now.isEmpty()) {
        place.add("variant");
      } else {
        variants(place, old.get(), now.get());
      }
    }
    return changes;
  }

  Map<String, Object> toJson() {
    return Json.of(
        "lang",
        reading.map(Reading::lang),
        "level",
        reading.map(of -> of.level().id()),
        "section",
        section,
        "field",
        field);
  }

  private static void variants(Place place, Variant before, Variant after) {
    place.compare("name", before, after, Variant::name);
    place.compare("shortName", before, after, Variant::shortName);
    place.compare("alsoKnownAs", before, after, Variant::alsoKnownAs);
    place.compare("summary", before, after, Variant::summary);
    place.compare("order", before, after, v -> v.sections().stream().map(Section::id).toList());
    Set<String> ids = new LinkedHashSet<>();
    Stream.of(before, after).forEach(v -> v.sections().forEach(s -> ids.add(s.id())));
    for (String id : ids) {
      Place at = new Place(place.changes, place.reading, Optional.of(id));
      Optional<Section> old = before.section(id);
      Optional<Section> now = after.section(id);
      if (old.isEmpty() || now.isEmpty()) {
        at.add("section");
      } else {
        sections(at, old.get(), now.get());
      }
    }
  }

  private static void sections(Place place, Section before, Section after) {
    place.compare("heading", before, after, Section::heading);
    place.compare("markdown", before, after, Section::markdown);
    place.compare("review", before, after, Section::review);
    place.compare("sources", before, after, Section::sources);
  }

  /** Where differences are looked for. */
  private record Place(
      List<TextChange> changes, Optional<Reading> reading, Optional<String> section) {
    <T> void compare(String field, T before, T after, Function<T, Object> value) {
      if (!Objects.equals(value.apply(before), value.apply(after))) {
        add(field);
      }
    }

    void add(String field) {
      changes.add(new TextChange(reading, section, field));
    }
  }
}
