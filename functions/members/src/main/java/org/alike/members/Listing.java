package org.alike.members;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * Who may find whom, blocks aside. A member is listed to those who see both the name and the
 * conditions, and only while they consent. Pure; thread-safe.
 */
final class Listing {
  private final Vocabulary vocabulary;

  Listing(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Whether the one is listed to the other. */
  boolean lists(Member one, Member to) {
    boolean amongAlikes = one.profile().shown().listed() == Audience.ALIKES;
    return tells(one, Audience.ALIKES) && (!amongAlikes || shareACondition(one, to));
  }

  /**
   * Whether the one is listed to the other and each is whom the other wants to meet, which goes by
   * no more than is shown: to be asked or not would tell the rest.
   */
  boolean listsAsWished(Member one, Member to, Instant now) {
    Audience viewer = shareACondition(one, to) ? Audience.ALIKES : Audience.MEMBERS;
    Acquaintance seen = Acquaintance.of(one, viewer, now);
    return lists(one, to)
        && Acquaintance.of(to, Audience.MATCHING, now).fits(to.profile().wishes(), seen)
        && seen.fits(one.profile().wishes(), Acquaintance.of(to, Audience.ALIKES, now));
  }

  /** Whether somebody takes part at all: who has withdrawn consent is shown to nobody. */
  static boolean takesPart(Member member) {
    return member.consent().given();
  }

  /** The name of the one, as far as the other may know it. */
  Optional<String> name(Member one, Member to) {
    boolean known = one.tells(Audience.MEMBERS, Field.DISPLAY_NAME) || lists(one, to);
    return known ? Optional.of(one.profile().displayName()) : Optional.empty();
  }

  private static boolean tells(Member one, Audience audience) {
    return one.tells(audience, Field.DISPLAY_NAME) && one.tells(audience, Field.CONDITIONS);
  }

  /** Whether both have a condition, or one has a special case of what the other has. */
  private boolean shareACondition(Member one, Member other) {
    return isWithin(conditions(one), conditions(other))
        || isWithin(conditions(other), conditions(one));
  }

  private boolean isWithin(Set<String> conditions, Set<String> others) {
    return conditions.stream()
        .flatMap(id -> vocabulary.withAncestors(Kind.CONDITION, id).stream())
        .anyMatch(others::contains);
  }

  private Set<String> conditions(Member member) {
    return Told.ids(member.profile().conditions()).stream()
        .filter(
            id ->
                vocabulary
                    .find(Kind.CONDITION, id)
                    .filter(concept -> !concept.category())
                    .isPresent())
        .collect(Collectors.toSet());
  }
}
