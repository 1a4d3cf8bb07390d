package org.alike.members;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.alike.kernel.Failure;

/**
 * Decides at the last moment what a letter says, to which address it goes, and whether its mailbox
 * may get one more today. Whoever asks for a letter therefore learns nothing of all that, not even
 * by how long it takes. A letter is counted once, however often it is tried. Thread-safe.
 */
final class Franking {
  private static final int ATTEMPTS = 8;
  private final MemberStore members;
  private final SignupStore signups;
  private final AddressStore addresses;
  private final FrankingStore store;
  private final Clock clock;

  /**
   * A letter that goes out.
   *
   * @param kind what it says
   * @param to where it goes
   * @param token for its link
   * @param next the address that it asks about, for the one that may name it
   */
  record Franked(Letter.Kind kind, Mailbox to, Optional<Token> token, Optional<Mailbox> next) {
    /** One that names no address. */
    Franked(Letter.Kind kind, Mailbox to, Optional<Token> token) {
      this(kind, to, token, Optional.empty());
    }
  }

  Franking(
      MemberStore members,
      SignupStore signups,
      AddressStore addresses,
      FrankingStore store,
      Clock clock) {
    this.members = members;
    this.signups = signups;
    this.addresses = addresses;
    this.store = store;
    this.clock = clock;
  }

  /** What goes out; empty when there is no need for the letter any more, or no mail left today. */
  Optional<Franked> frank(Letter letter) {
    Optional<Mailbox> mailbox = mailbox(letter);
    Letter current = letter;
    for (int attempt = 0; mailbox.isPresent() && attempt < ATTEMPTS; attempt++) {
      Standing standing = signups.standing(mailbox.get());
      Optional<Franked> franked = franked(current, mailbox.get(), standing);
      Optional<MailQuota> quota = quota(current, standing, clock.instant());
      if (current.franked() || franked.isEmpty() || quota.isEmpty()) {
        return current.franked() ? franked : Optional.empty();
      }
      switch (count(current, mailbox.get(), standing, quota.get())) {
        case NOW -> {
          return franked;
        }
        case BEFORE -> current = current.counted();
        case STALE -> {}
      }
    }
    if (mailbox.isPresent()) {
      throw Failure.unavailable(1);
    }
    return Optional.empty();
  }

  private Optional<Mailbox> mailbox(Letter letter) {
    return letter.to() instanceof Letter.Addressee.OfMember member
        ? members
            .find(member.id())
            .filter(found -> isWanted(letter.kind(), found))
            .map(Member::mailbox)
        : Optional.of(((Letter.Addressee.Reader) letter.to()).mailbox());
  }

  /** A letter may have waited, and its reader may have decided otherwise. */
  private static boolean isWanted(Letter.Kind kind, Member reader) {
    return switch (kind) {
      case NEWS -> News.wishes(reader);
      case INTRODUCTION, INTRODUCTION_ACCEPTED -> Listing.takesPart(reader);
      default -> true;
    };
  }

  private Optional<Franked> franked(Letter letter, Mailbox to, Standing standing) {
    return switch (letter.kind()) {
      case RESEND -> resent(letter, to, standing);
      case NEW_ADDRESS ->
          standing.member().isPresent()
              ? Optional.of(alreadyMember(to))
              : Optional.of(new Franked(letter.kind(), to, letter.token()));
      case OLD_ADDRESS ->
          next(letter).map(n -> new Franked(letter.kind(), to, letter.token(), Optional.of(n)));
      default -> Optional.of(new Franked(letter.kind(), to, letter.token()));
    };
  }

  /** The address to be agreed to; empty once that was done or is wished no longer. */
  private Optional<Mailbox> next(Letter letter) {
    String token = letter.token().map(Token::digest).orElseThrow();
    return letter.to() instanceof Letter.Addressee.OfMember member
        ? addresses
            .of(member.id(), clock.instant())
            .pending()
            .filter(wish -> wish.side(token).filter(AddressChange.Side.OLD::equals).isPresent())
            .map(AddressChange.Pending::address)
        : Optional.empty();
  }

  private static Optional<Franked> resent(Letter letter, Mailbox to, Standing standing) {
    return standing.member().isPresent()
        ? Optional.of(alreadyMember(to))
        : standing
            .pending()
            .filter(pending -> !letter.franked() || isOf(pending, letter))
            .map(pending -> new Franked(Letter.Kind.CONFIRM, to, letter.token()));
  }

  private static Franked alreadyMember(Mailbox to) {
    return new Franked(Letter.Kind.ALREADY_MEMBER, to, Optional.empty());
  }

  private static boolean isOf(Standing.Pending pending, Letter letter) {
    return letter.token().map(Token::digest).filter(pending.token()::equals).isPresent();
  }

  /** A link is not sent again while the last mail may still be on its way. */
  private static Optional<MailQuota> quota(Letter letter, Standing standing, Instant now) {
    MailQuota quota = standing.quota();
    if (letter.kind() == Letter.Kind.RESEND && quota.isFresh(now)) {
      return Optional.empty();
    }
    return letter.kind().canBeMissed() ? quota.spare(now) : quota.next(now);
  }

  private FrankingStore.Counted count(
      Letter letter, Mailbox mailbox, Standing seen, MailQuota next) {
    boolean renews =
        letter.kind() == Letter.Kind.RESEND
            && seen.member().isEmpty()
            && seen.pending().isPresent();
    return renews
        ? store.renew(letter, mailbox, seen, next)
        : store.count(letter, mailbox, seen.quota(), next);
  }
}
