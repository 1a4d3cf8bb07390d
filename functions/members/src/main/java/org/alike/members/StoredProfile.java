package org.alike.members;

import java.time.Instant;
import java.util.Optional;
import org.alike.store.Item;

/**
 * The part of a stored item that pending signups and members share: profile and mailbox, and in the
 * same item the consent without which neither may be kept.
 */
final class StoredProfile {
  private StoredProfile() {}

  static Item with(Item item, Mailbox mailbox, Profile profile, Consent consent) {
    Item more =
        item.with("email", mailbox.address())
            .with("consent", consent.version())
            .with("consentAt", consent.at().toString())
            .with("displayName", profile.displayName())
            .with("visibility", profile.visibility().word())
            .with("sex", profile.sex())
            .with("country", profile.country());
    more = withNumber(more, "birthYear", profile.birthYear());
    more = withNumber(more, "diagnosedYear", profile.diagnosedYear());
    more = withTerms(more, "conditions", profile.conditions());
    more = withTerms(more, "symptoms", profile.symptoms());
    return withTerms(more, "treatments", profile.treatments());
  }

  static Mailbox mailbox(Item item) {
    return new Mailbox(item.text("email"));
  }

  static Consent consent(Item item) {
    return new Consent(item.text("consent"), Instant.parse(item.text("consentAt")));
  }

  static Profile profile(Item item) {
    return new Profile(
        item.text("displayName"),
        terms(item, "conditions"),
        terms(item, "symptoms"),
        terms(item, "treatments"),
        item.findNumber("birthYear").map(Long::intValue),
        item.find("sex"),
        item.find("country"),
        item.findNumber("diagnosedYear").map(Long::intValue),
        Visibility.of(item.text("visibility")));
  }

  private static Item withNumber(Item item, String name, Optional<Integer> number) {
    return number.map(present -> item.with(name, present)).orElse(item);
  }

  private static Item withTerms(Item item, String name, Terms terms) {
    return item.with(name, terms.ids())
        .with(name + "Unknown", terms.unknown())
        .with(name + "Ambiguous", terms.ambiguous());
  }

  private static Terms terms(Item item, String name) {
    return new Terms(
        item.texts(name), item.texts(name + "Unknown"), item.texts(name + "Ambiguous"));
  }
}
