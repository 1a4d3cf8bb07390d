package org.alike.alikes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankProfilesTest {
  private final Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

  RankProfilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void output_isForEachProfileThoseMostLikeIt_andWhy() throws IOException {
    int bad =
        rank(
            "{\"id\":\"a\",\"conditions\":[\"gout\"],\"symptoms\":[\"foot-pain\"],\"note\":1}",
            "",
            "{\"id\":\"b\",\"conditions\":[\"gout\"],\"symptoms\":[\"foot-pain\"]}",
            "{\"id\":\"c\",\"conditions\":[\"gout\"]}");

    List<Map<String, Object>> lines = out.toString(UTF_8).lines().map(Json::object).toList();
    Map<String, Object> best = World.items(lines.get(0), "top").get(0);
    assertThat(bad).isZero();
    assertThat(lines).extracting(line -> line.get("id")).containsExactly("a", "b", "c");
    assertThat(best).containsEntry("id", "b").containsEntry("score", 100);
    assertThat(World.items(best, "shared").get(0))
        .containsEntry("name", "Foot pain")
        .containsEntry("holders", 2)
        .containsEntry("people", 3);
  }

  @Test
  void badLines_areNamedWithTheirNumber_andTheOthersAreRanked() throws IOException {
    int bad =
        rank(
            "{\"id\":\"a\",\"symptoms\":[\"falls\"]}",
            "not json",
            "{\"conditions\":[]}",
            "{\"id\":\"b\",\"symptoms\":\"falls\"}",
            "{\"id\":\"a\"}",
            "{\"id\":\"c\",\"birthYear\":20}",
            "{\"id\":\"d\",\"symptoms\":[\"falls\"]}");

    assertThat(bad).isEqualTo(5);
    assertThat(complaints.toString(UTF_8).lines())
        .containsExactly(
            "line 2: not one well-formed JSON object",
            "line 3: no id",
            "line 4: symptoms is not a list of texts",
            "line 5: the id is that of an earlier line",
            "line 6: birthYear is not a year");
    assertThat(out.toString(UTF_8).lines()).hasSize(2);
  }

  @Test
  void ontology_saysWhatImpliesWhat_andTheVocabularyDoesForTheRest() throws IOException {
    Path obo =
        Files.writeString(
            folder.resolve("own.obo"),
            """
            format-version: 1.2

            [Term]
            id: X:1
            name: Trouble

            [Term]
            id: X:2
            name: Great trouble
            is_a: X:1 {source="me"} ! Trouble

            [Term]
            id: X:3
            name: Small trouble
            is_a: X:1 ! Trouble

            [Typedef]
            id: part_of
            name: part of
            """);
    ProfileFile profiles =
        profiles(
            "{\"id\":\"a\",\"symptoms\":[\"X:2\"]}",
            "{\"id\":\"b\",\"symptoms\":[\"X:3\",\"choking\"]}",
            "{\"id\":\"c\",\"symptoms\":[\"trouble-swallowing\"]}");
    rank(profiles, Ontology.read(List.of(obo)));

    assertThat(out.toString(UTF_8))
        .contains("\"name\":\"Trouble\"")
        .contains("\"id\":\"swallowing-problems\"")
        .doesNotContain("part of");
  }

  @Test
  void output_isTheSame_whenRunAgain() throws IOException {
    String[] lines = InventedProfiles.lines("handwritten.jsonl").toArray(String[]::new);
    rank(lines);
    String once = out.toString(UTF_8);
    out.reset();
    rank(lines);

    assertThat(out.toString(UTF_8)).isEqualTo(once);
    assertThat(once.lines()).hasSize(lines.length);
  }

  private int rank(String... lines) throws IOException {
    return rank(profiles(lines), Ontology.read(List.of()));
  }

  private int rank(ProfileFile profiles, Ontology ontology) throws IOException {
    return new RankProfiles(profiles, ontology, LikenessParameters.shipped(), 5, 2026)
        .run(new PrintStream(out, true, UTF_8), new PrintStream(complaints, true, UTF_8));
  }

  private ProfileFile profiles(String... lines) throws IOException {
    return new ProfileFile(Files.write(folder.resolve("profiles.jsonl"), List.of(lines)));
  }
}
