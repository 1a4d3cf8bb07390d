package org.alike.forms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Json;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Query;
import org.alike.store.Write;

/** Definitions of forms in the feature's table, and the list of all forms. Thread-safe. */
final class DynamoFormStore implements FormStore {
  private static final String FORMS = "FORMS";
  private final DynamoTable table;

  DynamoFormStore(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<FormDefinition> find(String form, boolean consistently) {
    Key key = key(form);
    return (consistently ? table.get(key) : table.getEventually(key))
        .map(item -> definition(form, item));
  }

  @Override
  public boolean put(FormDefinition form, String by, Instant at) {
    Item item =
        Item.of(key(form.form()))
            .with("json", form.json())
            .with("version", form.version())
            .with("changedBy", by)
            .with("changedAt", at.toString());
    Item entry =
        Item.of(Key.of(FORMS, form.form()))
            .with("title", form.title())
            .with("purpose", form.purpose().word())
            .with("open", form.open())
            .with("version", form.version());
    Write write = Write.put(item);
    Write first =
        form.version() == 1 ? write.ifAbsent() : write.when("#version = ?", form.version() - 1);
    return table.write(first, Write.put(entry)).done();
  }

  @Override
  public List<FormEntry> list(String behind, int limit) {
    Query query = Query.partition(FORMS).limit(limit);
    Query rest = behind.isEmpty() ? query : query.after(List.of(FORMS, behind));
    return table.query(rest).items().stream()
        .map(
            item ->
                new FormEntry(
                    item.key().sort(),
                    item.text("title"),
                    Purpose.of(item.text("purpose")),
                    item.flag("open"),
                    item.number("version")))
        .toList();
  }

  private static FormDefinition definition(String form, Item item) {
    return FormReader.read(form, Json.trusted(item.text("json"))).at(item.number("version"));
  }

  private static Key key(String form) {
    return Key.of("FORM#" + form, "DEFINITION");
  }
}
