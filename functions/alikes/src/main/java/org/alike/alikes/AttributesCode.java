package org.alike.alikes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Attributes in bytes, within {@link PackedRows}. */
final class AttributesCode {
  /** Any order will do that is the same everywhere. */
  static final Comparator<Attributes> ORDER =
      Comparator.comparing(AttributesCode::encode, Arrays::compareUnsigned);

  /** In this order they are numbered: new ones only at the end. */
  private static final List<Field> FIELDS =
      List.of(
          Field.CARD,
          Field.CONDITIONS,
          Field.SYMPTOMS,
          Field.TREATMENTS,
          Field.BIRTH_YEAR,
          Field.SEX,
          Field.COUNTRY,
          Field.LANGUAGES);

  private static final List<Audience> AUDIENCES =
      List.of(Audience.MATCHING, Audience.ALIKES, Audience.MEMBERS, Audience.PUBLIC);

  private static final int SEX = 1;
  private static final int COUNTRY = 2;
  private static final int LANGUAGE = 4;
  private static final int NEWS = 8;

  private AttributesCode() {}

  static byte[] encode(Attributes attributes) {
    RowOutput out = new RowOutput();
    out.text(attributes.sex().orElse(""));
    out.text(attributes.country().orElse(""));
    out.number(attributes.languages().size());
    attributes.languages().forEach(out::text);
    Wishes wishes = attributes.wishes();
    out.number(
        (wishes.sex() ? SEX : 0)
            | (wishes.country() ? COUNTRY : 0)
            | (wishes.language() ? LANGUAGE : 0)
            | (wishes.news() ? NEWS : 0));
    out.number(wishes.years());
    out.number(FIELDS.size());
    for (Field field : FIELDS) {
      out.number(AUDIENCES.indexOf(attributes.shown().get(field)));
    }
    return out.toByteArray();
  }

  static Attributes decode(RowInput in) {
    String sex = in.text();
    String country = in.text();
    List<String> languages = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      languages.add(in.text());
    }
    int flags = in.below(2L * NEWS);
    int years = in.below(Integer.MAX_VALUE);
    return new Attributes(
        Optional.of(sex).filter(text -> !text.isEmpty()),
        Optional.of(country).filter(text -> !text.isEmpty()),
        languages,
        new Wishes(
            (flags & SEX) != 0,
            (flags & COUNTRY) != 0,
            (flags & LANGUAGE) != 0,
            years,
            (flags & NEWS) != 0),
        shown(in));
  }

  private static Map<Field, Audience> shown(RowInput in) {
    Map<Field, Audience> shown = new EnumMap<>(Field.class);
    List<Field> fields = FIELDS.subList(0, in.below(FIELDS.size() + 1L));
    for (Field field : fields) {
      shown.put(field, AUDIENCES.get(in.below(AUDIENCES.size())));
    }
    return shown;
  }
}
