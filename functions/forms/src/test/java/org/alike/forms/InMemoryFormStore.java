package org.alike.forms;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Forms in memory, with the same promise as the real store. */
final class InMemoryFormStore implements FormStore {
  private final Map<String, FormDefinition> forms = new ConcurrentHashMap<>();

  @Override
  public Optional<FormDefinition> find(String form, boolean consistently) {
    return Optional.ofNullable(forms.get(form));
  }

  @Override
  public List<FormEntry> list(String behind, int limit) {
    return forms.values().stream()
        .filter(form -> form.form().compareTo(behind) > 0)
        .sorted(Comparator.comparing(FormDefinition::form))
        .limit(limit)
        .map(FormEntry::of)
        .toList();
  }

  @Override
  public synchronized boolean put(FormDefinition form, String by, Instant at) {
    long before = find(form.form(), true).map(FormDefinition::version).orElse(0L);
    boolean next = form.version() == before + 1;
    if (next) {
      forms.put(form.form(), form);
    }
    return next;
  }
}
