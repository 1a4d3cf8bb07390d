package org.alike.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Makes one manuscript of the files of a condition's page. They keep to the same rules as what
 * editors send; a mistake is told by the file and the field it was made in. Thread-safe.
 */
final class ManuscriptFiles {
  private final ManuscriptRules rules;

  ManuscriptFiles(ManuscriptRules rules) {
    this.rules = rules;
  }

  /**
   * Reads the files of one page.
   *
   * @throws PageRejected naming every mistake
   */
  Manuscript read(List<PageFile> files) {
    List<PageRejected> rejected = new ArrayList<>();
    List<VariantFile> variants = new ArrayList<>();
    for (PageFile file : files) {
      try {
        variants.add(VariantFile.of(file));
      } catch (PageRejected unreadable) {
        rejected.add(unreadable);
      }
    }
    variants.forEach(variant -> rejected.addAll(variant.mistakes()));
    Optional<VariantFile> first =
        variants.stream().filter(v -> v.reading().equals(Reading.FIRST)).findFirst();
    Optional<Manuscript> manuscript = first.flatMap(v -> manuscript(v, variants, rejected));
    if (first.isEmpty() && rejected.isEmpty()) {
      rejected.add(files.get(0).rejected("name", "there is no English standard text beside it"));
    }
    if (!rejected.isEmpty()) {
      throw PageRejected.all(rejected);
    }
    return manuscript.orElseThrow();
  }

  private Optional<Manuscript> manuscript(
      VariantFile first, List<VariantFile> variants, List<PageRejected> rejected) {
    Map<String, Object> json = json(first, variants);
    try {
      return Optional.of(rules.read(json));
    } catch (Failure refused) {
      rejected.addAll(rejected(refused, first, variants, json));
      return Optional.empty();
    }
  }

  private static Map<String, Object> json(VariantFile first, List<VariantFile> variants) {
    return Json.of(
        "slug", first.field("slug"),
        "alsoKnownAs", first.field("alsoKnownAs"),
        "covers", first.field("covers"),
        "symptoms", first.field("symptoms"),
        "treatments", first.field("treatments"),
        "sources", first.field("sources"),
        "variants", variants.stream().map(variant -> variant.toJson(first)).toList());
  }

  private static List<PageRejected> rejected(
      Failure failure, VariantFile first, List<VariantFile> variants, Map<String, Object> json) {
    if (failure.violations().isEmpty()) {
      return List.of(first.file().rejected("text", failure.detail()));
    }
    List<PageRejected> all = new ArrayList<>();
    for (Violation violation : failure.violations()) {
      String[] steps = violation.pointer().split("/", -1);
      boolean ofVariant = steps.length > 2 && steps[1].equals("variants");
      VariantFile at = ofVariant ? variants.get(Integer.parseInt(steps[2])) : first;
      String message = value(json, steps).map(v -> v + ": ").orElse("") + violation.message();
      all.add(at.file().rejected(ofVariant ? place(at, steps) : plain(steps), message));
    }
    return all;
  }

  private static String place(VariantFile at, String[] steps) {
    if (steps.length > 5 && steps[3].equals("sections")) {
      return at.place(Integer.parseInt(steps[4]), steps[5]);
    }
    return steps.length > 3 ? steps[3] : "text";
  }

  /** The pointer without the places in lists: {@code sources.url}. */
  private static String plain(String[] steps) {
    List<String> names = new ArrayList<>();
    for (String step : steps) {
      if (!step.isEmpty() && !Character.isDigit(step.charAt(0))) {
        names.add(step);
      }
    }
    return String.join(".", names);
  }

  /** The entry of a list that is wrong; pages hold nothing personal. */
  private static Optional<String> value(Map<String, Object> json, String[] steps) {
    Object at = json;
    for (int i = 1; i < steps.length; i++) {
      at = step(at, steps[i]);
    }
    boolean inList = Character.isDigit((steps[steps.length - 1] + " ").charAt(0));
    return inList && at instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static @Nullable Object step(@Nullable Object at, String step) {
    if (at instanceof List<?> list) {
      return list.get(Integer.parseInt(step));
    }
    return Json.asObject(at).map(object -> object.get(step)).orElse(null);
  }
}
