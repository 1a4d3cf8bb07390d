package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.alike.content.LineChange.Op;
import org.alike.kernel.Json;
import org.junit.jupiter.api.Test;

class LineChangesTest {
  @Property(tries = 500)
  void change_turnsTheOldTextIntoTheNew(
      @ForAll("texts") List<String> before, @ForAll("texts") List<String> after) {
    List<LineChange> change = LineChange.between(before, after);

    assertThat(without(Op.ADDED, change)).isEqualTo(before);
    assertThat(without(Op.REMOVED, change)).isEqualTo(after);
    assertThat(kept(change)).isGreaterThanOrEqualTo(before.equals(after) ? before.size() : 0);
  }

  @Property(tries = 200)
  void change_leavesAsMuchAsThereIsInCommon(
      @ForAll("texts") List<String> before, @ForAll("texts") List<String> after) {
    assertThat(kept(LineChange.between(before, after))).isEqualTo(longest(before, after));
  }

  @Property(tries = 200)
  void changes_turnTheOldManuscriptIntoTheNew(
      @ForAll("manuscripts") Manuscript before, @ForAll("manuscripts") Manuscript after) {
    Map<TextChange, List<String>> lines = new LinkedHashMap<>(ManuscriptLines.of(before));
    for (LineChanges change : LineChanges.between(Optional.of(before), Optional.of(after))) {
      List<String> was = lines.getOrDefault(change.place(), List.of());
      assertThat(without(Op.ADDED, change.lines())).isEqualTo(was);
      assertThat(change.lines()).anyMatch(line -> line.op() != Op.SAME);
      lines.put(change.place(), without(Op.REMOVED, change.lines()));
    }
    lines.values().removeIf(List::isEmpty);

    assertThat(lines).isEqualTo(ManuscriptLines.of(after));
    assertThat(before.equals(after))
        .isEqualTo(LineChanges.between(Optional.of(before), Optional.of(after)).isEmpty());
  }

  @Test
  void everything_isAddedToNothing() {
    Manuscript page = Published.manuscript(Written.condition("migraine"));

    assertThat(LineChanges.between(Optional.empty(), Optional.of(page)))
        .allMatch(change -> change.lines().stream().allMatch(line -> line.op() == Op.ADDED));
  }

  @Test
  void endlessText_isReplaced_withoutComparing() {
    List<String> before = IntStream.range(0, 10_000).mapToObj(i -> "a" + i).toList();
    List<String> after = IntStream.range(0, 10_000).mapToObj(i -> "b" + i).toList();

    assertThat(LineChange.between(before, after)).hasSize(20_000);
    List<LineChange> all = LineChange.between(before.subList(0, 2_000), after.subList(0, 2_000));
    assertThat(all).hasSize(4_000);
  }

  private static List<String> without(Op op, List<LineChange> lines) {
    return lines.stream().filter(line -> line.op() != op).map(LineChange::text).toList();
  }

  private static long kept(List<LineChange> lines) {
    return lines.stream().filter(line -> line.op() == Op.SAME).count();
  }

  /** The length of the longest common part, by the book. */
  private static int longest(List<String> one, List<String> other) {
    int[][] best = new int[one.size() + 1][other.size() + 1];
    for (int i = 1; i <= one.size(); i++) {
      for (int j = 1; j <= other.size(); j++) {
        best[i][j] =
            one.get(i - 1).equals(other.get(j - 1))
                ? best[i - 1][j - 1] + 1
                : Math.max(best[i - 1][j], best[i][j - 1]);
      }
    }
    return best[one.size()][other.size()];
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.of("a", "b", "c", "", "d").list().ofMaxSize(15);
  }

  /** One page, with its parts changed, shuffled or left out. */
  @Provide
  Arbitrary<Manuscript> manuscripts() {
    return Arbitraries.integers().between(0, 4_095).map(LineChangesTest::manuscript);
  }

  private static Manuscript manuscript(int bits) {
    List<PageFile> files = new ArrayList<>(List.of(Written.condition("migraine")));
    if ((bits & 1) != 0) {
      files.add(Written.variant("migraine", "es", "overview", "symptoms"));
    }
    if ((bits & 2) != 0) {
      files.add(Written.variant("migraine", "plain", "treatments"));
    }
    String json = Json.write(Published.manuscript(files.toArray(PageFile[]::new)).toJson());
    String[][] edits = {
      {"Words on overview.", "Words\\n\\non overview."},
      {"Words on overview.", "Words\\non\\n overview."},
      {"In short.", "In\\nshort."},
      {"\"reviewed\":\"2026-11-23\"", "\"reviewed\":\"2026-11-24\""},
      {"\"symptoms\":[]", "\"symptoms\":[\"nausea\"]"},
      {"\"heading\":\"About symptoms\"", "\"heading\":\"Signs\""},
      {"An institute", "Another institute"},
      {"Nombre", "Nombre nuevo"}
    };
    for (int i = 0; i < edits.length; i++) {
      if ((bits & (4 << i)) != 0) {
        json = json.replace(edits[i][0], edits[i][1]);
      }
    }
    Manuscript page = ManuscriptJson.read(Json.trusted(json));
    return (bits & 2_048) != 0 ? reversed(page) : page;
  }

  private static Manuscript reversed(Manuscript page) {
    List<Variant> variants = new ArrayList<>(page.variants());
    Collections.reverse(variants);
    return new Manuscript(
        page.slug(),
        page.alsoKnownAs(),
        page.covers(),
        page.symptoms(),
        page.treatments(),
        page.sources(),
        variants);
  }
}
