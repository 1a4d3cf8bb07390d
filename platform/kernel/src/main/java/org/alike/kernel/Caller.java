package org.alike.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the gateway's authorizer has verified it.
 *
 * @param memberId the member, or empty when the token belongs to nobody who is a confirmed member
 * @param subject who it is for the provider of the token
 * @param roles {@code moderator}, {@code editor}, {@code owner}...; from the token's groups
 */
public record Caller(Optional<String> memberId, String subject, Set<String> roles) {
  /** Keeps its own copy of the roles. */
  public Caller {
    roles = Set.copyOf(roles);
  }

  /** The caller that these verified claims describe; the gateway hands on every claim as text. */
  static Caller of(Map<String, Object> claims) {
    String member = String.valueOf(claims.getOrDefault("member_id", ""));
    Set<String> roles = new TreeSet<>(words(claims.get("groups")));
    roles.addAll(words(claims.get("cognito:groups")));
    return new Caller(
        Optional.of(member).filter(id -> !id.isEmpty()),
        String.valueOf(claims.getOrDefault("sub", "")),
        roles);
  }

  /** Who it is: the member, or the token's subject where that is no member. */
  public String id() {
    return memberId.orElse(subject);
  }

  /** Lists arrive flattened, as {@code [a b]} or {@code a,b}. */
  private static Set<String> words(@Nullable Object claim) {
    Set<String> words = new TreeSet<>();
    if (claim != null) {
      for (String word : String.valueOf(claim).split("[\\[\\], ]+", -1)) {
        if (!word.isEmpty()) {
          words.add(word);
        }
      }
    }
    return words;
  }
}
