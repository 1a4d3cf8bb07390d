package org.alike.alikes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * 2                               the format
 * n  {kind id}                    features, those told most often first
 * n  {detail n {feature} feature} what is told: details and side effects of a feature; likewise
 * n  {attributes}                 likewise
 * n  {reference version joined born attributes n {telling}}     in the order of their ids
 * checksum                        CRC-32C of all before
 * }</pre>
 *
 * A row names what it tells by its places in the list, each as the distance from the one before; a
 * place takes a byte, mostly. Thread-safe.
 */
final class PackedRows {
  private static final int FORMAT = 2;

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
    List<Telling> all = sorted.stream().flatMap(Telling::of).toList();
    List<Feature> features =
        byUse(all.stream().flatMap(Telling::features), Comparator.naturalOrder());
    List<Telling> tellings = byUse(all.stream(), Telling.ORDER);
    List<Attributes> attributes = byUse(sorted.stream().map(Row::attributes), AttributesCode.ORDER);
    RowOutput out = new RowOutput();
    out.number(FORMAT);
    out.number(features.size());
    for (Feature feature : features) {
      out.number(KINDS.indexOf(feature.kind()));
      out.text(feature.id());
    }
    Map<Feature, Integer> places = places(features);
    out.number(tellings.size());
    tellings.forEach(one -> one.write(out, feature -> place(places, feature)));
    out.number(attributes.size());
    attributes.forEach(one -> out.raw(AttributesCode.encode(one), 0));
    out.number(sorted.size());
    write(sorted, places(tellings), places(attributes), out);
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
    List<Telling> tellings = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      tellings.add(Telling.read(in, features));
    }
    List<Attributes> attributes = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      attributes.add(AttributesCode.decode(in));
    }
    Reference before = Reference.NONE;
    String last = "";
    for (int left = in.count(); left > 0; left--) {
      Reference reference = Reference.read(in, before);
      Row row = row(reference, in, tellings, attributes);
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
      Map<Telling, Integer> tellings,
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
      out.places(Telling.of(row).mapToInt(one -> place(tellings, one)).toArray());
      before = reference;
      last = row.id();
    }
  }

  private static Row row(
      Reference reference, RowInput in, List<Telling> tellings, List<Attributes> attributes) {
    String id = reference.id();
    if (id.isBlank()) {
      throw in.corrupt("a reference is empty");
    }
    long version = in.number();
    long joined = reference.seconds() + in.difference();
    int born = in.below(Row.LAST_YEAR - Row.FIRST_YEAR + 2L);
    Attributes own = attributes.get(in.below(attributes.size()));
    Map<Feature, Detail> told = new HashMap<>();
    in.places(tellings.size())
        .mapToObj(tellings::get)
        .forEach(one -> told.merge(one.feature(), one.detail(), (first, second) -> twice(in)));
    return new Row(
        id,
        version,
        in.second(joined),
        told.keySet(),
        told,
        born == 0 ? Optional.empty() : Optional.of(born + Row.FIRST_YEAR - 1),
        own);
  }

  private static Detail twice(RowInput in) {
    throw in.corrupt("a row tells one thing twice");
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
