package org.alike.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;

/**
 * The forms there are: those that owners wrote, and where they wrote none, those of this artifact's
 * data files. A change is seen everywhere within seconds. Thread-safe.
 */
final class FormDefinitions {
  private static final List<String> SHIPPED = List.of("signup", "contact");
  private static final Duration KNOWN = Duration.ofSeconds(5);
  private static final int MOST_KNOWN = 500;

  private record Known(Optional<FormDefinition> form, Instant until) {}

  private final Map<String, FormDefinition> shipped;
  private final FormStore store;
  private final Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private FormDefinitions(Map<String, FormDefinition> shipped, FormStore store, Clock clock) {
    this.shipped = Map.copyOf(shipped);
    this.store = store;
    this.clock = clock;
  }

  /** The forms of this store, and those that ship. */
  static FormDefinitions of(FormStore store, Clock clock) {
    Map<String, FormDefinition> forms = new HashMap<>();
    SHIPPED.forEach(form -> forms.put(form, read(form)));
    return new FormDefinitions(forms, store, clock);
  }

  /** The form with this name, as it was a few seconds ago at most. */
  Optional<FormDefinition> find(String form) {
    if (!FormName.isOne(form)) {
      return Optional.empty();
    }
    Known last = known.get(form);
    if (last != null && last.until().isAfter(clock.instant())) {
      return last.form();
    }
    return remember(form, store.find(form, false).or(() -> shipped(form)));
  }

  /**
   * The form with this name, when it takes what people send.
   *
   * @throws Failure NOT_FOUND when there is no such form, FORBIDDEN when it is closed
   */
  FormDefinition taking(String name) {
    FormDefinition form = find(name).orElseThrow(() -> Failure.notFound("There is no such form."));
    if (!form.open()) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "This form takes no submissions at the moment.");
    }
    return form;
  }

  /** The form with this name, as it is now. */
  Optional<FormDefinition> current(String form) {
    return FormName.isOne(form)
        ? remember(form, store.find(form, true).or(() -> shipped(form)))
        : Optional.empty();
  }

  /** The forms behind this name, by name; those that ship as long as nobody wrote them anew. */
  List<FormEntry> list(String behind, int limit) {
    List<FormEntry> written = store.list(behind, limit);
    String last = written.size() < limit ? "~" : written.get(limit - 1).form();
    TreeMap<String, FormEntry> all = new TreeMap<>();
    shipped.values().stream()
        .map(FormEntry::of)
        .filter(entry -> entry.form().compareTo(behind) > 0 && entry.form().compareTo(last) <= 0)
        .forEach(entry -> all.put(entry.form(), entry));
    written.forEach(entry -> all.put(entry.form(), entry));
    return all.values().stream().limit(limit).toList();
  }

  /**
   * Puts the next version of a form.
   *
   * @return false when somebody else did in the meantime
   */
  boolean put(FormDefinition form, String by) {
    known.remove(form.form());
    return store.put(form, by, clock.instant());
  }

  private Optional<FormDefinition> shipped(String form) {
    return Optional.ofNullable(shipped.get(form));
  }

  /** Names come from outside: when there are too many of them, all are forgotten. */
  private Optional<FormDefinition> remember(String name, Optional<FormDefinition> form) {
    if (known.size() >= MOST_KNOWN) {
      known.clear();
    }
    known.put(name, new Known(form, clock.instant().plus(KNOWN)));
    return form;
  }

  private static FormDefinition read(String form) {
    String resource = "/forms/" + form + ".json";
    try (InputStream in = FormDefinitions.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("Missing " + resource);
      }
      return FormReader.read(form, Json.trusted(in));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
