package org.alike.alikes;

import static org.alike.alikes.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PackedRowsTest {
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void rows_areTheSame_whenPackedAndUnpacked(@ForAll("rows") List<Row> rows) {
    List<Row> sorted = rows.stream().sorted(Comparator.comparing(Row::id)).toList();

    assertThat(PackedRows.unpack(PackedRows.pack(rows))).isEqualTo(sorted);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void bytes_areTheSame_inWhateverOrderRowsCome(
      @ForAll("rows") List<Row> rows, @ForAll Random random) {
    List<Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);

    assertThat(PackedRows.pack(shuffled)).isEqualTo(PackedRows.pack(rows));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void reading_fails_whenAnyByteIsAnother(@ForAll("rows") List<Row> rows, @ForAll byte change) {
    byte[] packed = PackedRows.pack(rows);
    for (int at = 0; at < packed.length; at++) {
      byte[] broken = packed.clone();
      broken[at] ^= change == 0 ? 1 : change;

      assertThatThrownBy(() -> PackedRows.unpack(broken)).isInstanceOf(CorruptRows.class);
    }
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void reading_fails_whereverTheBytesEnd(@ForAll("rows") List<Row> rows) {
    byte[] packed = PackedRows.pack(rows);
    for (int length = 0; length < packed.length; length++) {
      byte[] broken = Arrays.copyOf(packed, length);

      assertThatThrownBy(() -> PackedRows.unpack(broken)).isInstanceOf(CorruptRows.class);
    }
  }

  /** A checksum can be right by chance or on purpose. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void reading_failsClearlyOrGivesRows_whenTheChecksumIsRightButTheRestIsNot(
      @ForAll("rows") List<Row> rows, @ForAll Random random) {
    byte[] packed = PackedRows.pack(rows);
    for (int tries = 0; tries < 50; tries++) {
      byte[] broken = Arrays.copyOf(packed, packed.length - 4);
      broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      RowOutput out = new RowOutput();
      out.raw(broken, random.nextInt(4) == 0 ? random.nextInt(broken.length) : 0);

      try {
        PackedRows.unpack(out.sealed()).forEach(row -> assertThat(row.id()).isNotBlank());
      } catch (CorruptRows clear) {
        assertThat(clear).hasMessageMatching("Rows are corrupt at byte \\d+ of \\d+: [a-z0-9 ]+");
      }
    }
  }

  @Example
  void reading_fails_whenTheFormatIsOfALaterVersion() {
    RowOutput out = new RowOutput();
    out.number(3);

    assertThatThrownBy(() -> PackedRows.unpack(out.sealed()))
        .isInstanceOf(CorruptRows.class)
        .hasMessageContaining("format 3 is not known");
  }

  @Example
  void row_keepsNoDetailOfWhatIsNotTyped_norOneThatSaysNothing() {
    Feature falls = Rows.FEATURES.get(7);
    Feature choking = Rows.FEATURES.get(4);
    Map<Feature, Detail> details = Map.of(falls, Detail.NONE, choking, Detail.of(Severity.SEVERE));
    Row row =
        new Row(
            "a",
            1,
            Instant.EPOCH,
            Set.of(falls),
            details,
            Optional.empty(),
            Rows.everythingShown());

    assertThat(row).isEqualTo(row("a", falls));
  }

  @Example
  void packing_isRefused_whenAMemberHasTwoRows() {
    List<Row> rows = List.of(row("a"), row("b"), row("a", Rows.FEATURES.get(0)));

    assertThatThrownBy(() -> PackedRows.pack(rows)).isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void row_roundsTheTimeUp_andDropsAnImpossibleBirthYear() {
    Row row =
        new Row(
            "a",
            1,
            Instant.ofEpochMilli(1001),
            Set.of(),
            Optional.of(1700),
            Rows.everythingShown());

    assertThat(row.joined()).isEqualTo(Instant.ofEpochSecond(2));
    assertThat(row.birthYear()).isEmpty();
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    return Rows.any();
  }
}
