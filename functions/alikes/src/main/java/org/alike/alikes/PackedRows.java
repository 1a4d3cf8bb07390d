package org.alike.alikes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alike.vocabulary.Kind;

/**
 * Rows of a cohort in few bytes, in one form: the same rows give the same bytes, in whatever order
 * they come.
 *
 * <pre>{@code
 * 1                               the format
 * n  {kind id}                    features, those of most members first
 * n  {attributes}                 likewise
 * n  {reference version joined born attributes n {feature}}     in the order of their ids
 * checksum                        CRC-32C of all before
 * }</pre>
 *
 * A row names its features by their places in the list, each as the distance from the one before; a
 * place takes a byte, mostly. Thread-safe.
 */
final class PackedRows {
  private static final int FORMAT = 1;

  /** In this order kinds are numbered: new ones only at the end. */
  private static final List<Kind> KINDS = List.of(Kind.CONDITION, Kind.SYMPTOM, Kind.TREATMENT);

  private PackedRows() {}

  /**
   * Packs rows.
   *
   * @throws IllegalArgumentException when there are two of one member
   */
  static byte[] pack(Collection<Row> rows) {
    List<Row> sorted = rows.stream().sorted(Comparator.comparing(Row::id)).toList();
    Stream<Feature> typed = sorted.stream().flatMap(row -> row.typed().stream());
    List<Feature> features = byUse(typed, Comparator.naturalOrder());
    List<Attributes> attributes = byUse(sorted.stream().map(Row::attributes), AttributesCode.ORDER);
    RowOutput out = new RowOutput();
    out.number(FORMAT);
    out.number(features.size());
    for (Feature feature : features) {
      out.number(KINDS.indexOf(feature.kind()));
      out.text(feature.id());
    }
    out.number(attributes.size());
    attributes.forEach(one -> out.raw(AttributesCode.encode(one), 0));
    out.number(sorted.size());
    write(sorted, places(features), places(attributes), out);
    return out.sealed();
  }

  /** The rows, in the order of their ids. */
  static List<Row> unpack(byte[] packed) {
    List<Row> rows = new ArrayList<>();
    read(packed, rows::add);
    return rows;
  }

  /**
   * Reads the rows one by one, in the order of their ids.
   *
   * @throws CorruptRows when these are not packed rows; some may have been read by then
   */
  static void read(byte[] packed, Consumer<Row> reader) {
    RowInput in = RowInput.open(packed);
    int format = in.below(Integer.MAX_VALUE);
    if (format != FORMAT) {
      throw in.corrupt("format " + format + " is not known");
    }
    List<Feature> features = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      features.add(new Feature(KINDS.get(in.below(KINDS.size())), in.text()));
    }
    List<Attributes> attributes = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      attributes.add(AttributesCode.decode(in));
    }
    Reference before = Reference.NONE;
    String last = "";
    for (int left = in.count(); left > 0; left--) {
      Reference reference = Reference.read(in, before);
      Row row = row(reference, in, features, attributes);
      if (row.id().compareTo(last) <= 0) {
        throw in.corrupt("rows are not in order");
      }
      reader.accept(row);
      before = reference;
      last = row.id();
    }
    in.close();
  }

  private static void write(
      List<Row> rows,
      Map<Feature, Integer> features,
      Map<Attributes, Integer> attributes,
      RowOutput out) {
    Reference before = Reference.NONE;
    String last = "";
    for (Row row : rows) {
      if (row.id().equals(last)) {
        throw new IllegalArgumentException("Two rows of one member");
      }
      Reference reference = Reference.of(row.id());
      reference.write(out, before);
      out.number(row.version());
      out.difference(row.joined().getEpochSecond() - reference.seconds());
      out.number(row.birthYear().map(born -> born - Row.FIRST_YEAR + 1).orElse(0));
      out.number(place(attributes, row.attributes()));
      writePlaces(row.typed().stream().mapToInt(one -> place(features, one)).toArray(), out);
      before = reference;
      last = row.id();
    }
  }

  private static void writePlaces(int[] places, RowOutput out) {
    Arrays.sort(places);
    out.number(places.length);
    int next = 0;
    for (int place : places) {
      out.number(place - next);
      next = place + 1;
    }
  }

  private static Row row(
      Reference reference, RowInput in, List<Feature> features, List<Attributes> attributes) {
    String id = reference.id();
    if (id.isBlank()) {
      throw in.corrupt("a reference is empty");
    }
    long version = in.number();
    long joined = reference.seconds() + in.difference();
    int born = in.below(Row.LAST_YEAR - Row.FIRST_YEAR + 2L);
    Attributes own = attributes.get(in.below(attributes.size()));
    List<Feature> typed = new ArrayList<>();
    int next = 0;
    for (int left = in.count(); left > 0; left--) {
      next += in.below(features.size() - (long) next);
      typed.add(features.get(next++));
    }
    return new Row(
        id,
        version,
        in.second(joined),
        Set.copyOf(typed),
        born == 0 ? Optional.empty() : Optional.of(born + Row.FIRST_YEAR - 1),
        own);
  }

  /** Those of most rows first, so that most places are small numbers. */
  private static <T> List<T> byUse(Stream<T> all, Comparator<T> order) {
    Map<T, Long> uses =
        all.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return uses.entrySet().stream()
        .sorted(
            Map.Entry.<T, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey(order)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static <T> Map<T, Integer> places(List<T> all) {
    Map<T, Integer> places = new HashMap<>();
    all.forEach(one -> places.put(one, places.size()));
    return places;
  }

  private static <T> int place(Map<T, Integer> places, T one) {
    return places.getOrDefault(one, -1);
  }
}
