package org.alike.alikes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Finds those whose cards are shown, a page at a time. Whom a warm function has shown before and
 * who has not changed since is not read again. Thread-safe.
 */
final class People {
  private static final int MOST_KEPT = 2_000;
  private final MemberStore store;
  private final Map<String, Joined> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Joined> eldest) {
          return size() > MOST_KEPT;
        }
      };

  People(MemberStore store) {
    this.store = store;
  }

  /** Those of them who are members still, by id. */
  synchronized Map<String, Joined> find(Collection<CardKey> wanted) {
    Map<String, Joined> found = new HashMap<>();
    List<CardKey> missing = new ArrayList<>();
    for (CardKey card : wanted) {
      @Nullable Joined known = kept.get(card.id());
      if (known != null && known.version() >= card.version()) {
        found.put(card.id(), known);
      } else {
        missing.add(card);
      }
    }
    found.putAll(read(missing));
    kept.putAll(found);
    return found;
  }

  /** The member with this id as known now; what is no id is nobody's. */
  synchronized Optional<Joined> now(String memberId) {
    Optional<Joined> joined = Ids.isId(memberId) ? joined(store.find(memberId)) : Optional.empty();
    joined.ifPresent(one -> kept.put(memberId, one));
    return joined;
  }

  private static Optional<Joined> joined(Optional<Membership> membership) {
    return membership.filter(Joined.class::isInstance).map(Joined.class::cast);
  }

  private Map<String, Joined> read(List<CardKey> missing) {
    Map<String, Joined> read = new HashMap<>();
    if (missing.isEmpty()) {
      return read;
    }
    store
        .findAll(missing.stream().map(CardKey::id).toList())
        .forEach(one -> read.put(one.id(), one));
    for (CardKey card : missing) {
      @Nullable Joined one = read.get(card.id());
      if (one != null && one.version() < card.version()) {
        // What the member has hidden since must not be shown.
        read.remove(card.id());
        joined(store.find(card.id())).ifPresent(newer -> read.put(newer.id(), newer));
      }
    }
    return read;
  }
}
