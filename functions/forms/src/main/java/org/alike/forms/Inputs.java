package org.alike.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The inputs for the fields of a form, filled with values that are there already; fields that the
 * form does not have, but somebody sent, come last. Pure; one per page.
 */
final class Inputs {
  /** How many empty lines there are for more of the same. */
  private static final int MORE = 2;

  /** Beyond this, or with line breaks, a text does not fit into a line. */
  private static final int A_LINE = 120;

  private final FormDefinition form;
  private final List<Entry> values;
  private final Map<String, String> errors;
  private final Predicate<Field> fixed;
  private final Wording words;

  /**
   * Inputs for a form.
   *
   * @param errors what is wrong, by the name of the field
   * @param fixed which fields are only shown
   */
  Inputs(
      FormDefinition form,
      List<Entry> values,
      Map<String, String> errors,
      Predicate<Field> fixed,
      Wording words) {
    this.form = form;
    this.values = List.copyOf(values);
    this.errors = Map.copyOf(errors);
    this.fixed = fixed;
    this.words = words;
  }

  void addTo(PageForm page) {
    Set<String> others = new LinkedHashSet<>();
    values.forEach(entry -> others.add(entry.name()));
    for (Field field : form.fields()) {
      others.remove(field.name());
      add(page, field);
    }
    others.forEach(name -> add(page, unknown(name)));
  }

  private void add(PageForm page, Field field) {
    List<String> texts = texts(field.name());
    if (fixed.test(field)) {
      if (!texts.isEmpty()) {
        page.shown(field.label(), texts);
      }
    } else if (field.type() == FieldType.FILE) {
      page.file(label(field), field.most() > 1);
    } else if (field.type() == FieldType.MANY || field.type() == FieldType.CONSENT) {
      page.checks(label(field), choices(field, texts, false), texts);
    } else if (field.type() == FieldType.CHOICE) {
      String chosen = texts.isEmpty() ? "" : texts.get(0);
      page.choice(label(field), choices(field, texts, true), chosen);
    } else if (field.most() > 1) {
      page.lines(label(field), type(field), withMore(field, texts));
    } else {
      addOne(page, field, texts.isEmpty() ? "" : texts.get(0));
    }
  }

  private void addOne(PageForm page, Field field, String text) {
    boolean many = text.length() > A_LINE || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    if (many || field.type() == FieldType.LONG_TEXT) {
      page.area(label(field), text);
    } else {
      page.line(label(field), type(field), text);
    }
  }

  private Label label(Field field) {
    String error = errors.getOrDefault(field.name(), "");
    String needed = field.required() ? field.label() : field.label() + words.say("optional");
    return new Label(field.name(), needed, field.help(), error, field.length());
  }

  /** With what was chosen once, even if it is no choice any more. */
  private Map<String, String> choices(Field field, List<String> chosen, boolean none) {
    Map<String, String> choices = new LinkedHashMap<>();
    if (none) {
      choices.put("", words.say("choose"));
    }
    if (field.type() == FieldType.CONSENT) {
      choices.put(field.version(), words.say("agree"));
    }
    field.choices().forEach(choice -> choices.put(choice, choice));
    chosen.forEach(choice -> choices.putIfAbsent(choice, choice));
    return choices;
  }

  private static List<String> withMore(Field field, List<String> texts) {
    List<String> lines = new ArrayList<>(texts);
    for (int i = 0; i < MORE && lines.size() < field.most(); i++) {
      lines.add("");
    }
    return lines;
  }

  private static String type(Field field) {
    return switch (field.type()) {
      case EMAIL -> "email";
      case PHONE -> "tel";
      case DATE -> "date";
      default -> "text";
    };
  }

  private Field unknown(String name) {
    int most = Math.max(1, texts(name).size());
    FieldType type = most > 1 ? FieldType.TEXT : FieldType.LONG_TEXT;
    return Field.repeatable(name, type, 0, most);
  }

  private List<String> texts(String name) {
    return values.stream().filter(v -> v.name().equals(name)).map(Entry::value).toList();
  }
}
