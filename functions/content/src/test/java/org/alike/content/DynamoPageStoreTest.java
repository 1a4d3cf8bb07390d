package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Failure;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Write;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.FaultyDynamo;
import org.junit.jupiter.api.Test;

class DynamoPageStoreTest {
  private static final Provenance BY_EDITOR =
      Provenance.of(Origin.EDITOR, "m1", Optional.of("Ada"), Optional.of("First"));
  private static final Key DRAFT = Key.of("CONDITION#migraine", "DRAFT");
  private final Published pages = new Published();
  private final DynamoPageStore store = pages.store();
  private final Manuscript manuscript = Published.manuscript(Written.condition("migraine"));

  @Test
  void published_isKeptWithItsAuthorTimeAndNote() {
    Publication done = store.publish(Published.page(manuscript), Head.NONE, BY_EDITOR);

    assertThat(done.done()).isTrue();
    assertThat(store.head(PageKind.CONDITION, "migraine")).isEqualTo(done.head());
    Version version = store.version("migraine", 1).orElseThrow();
    assertThat(version.provenance()).isEqualTo(BY_EDITOR);
    assertThat(version.published()).isEqualTo(pages.clock().instant());
    assertThat(version.read()).isEqualTo(manuscript);
    assertThat(store.find(PageKind.CONDITION, "migraine").orElseThrow().edition().manuscript())
        .isEqualTo(manuscript);
  }

  @Test
  void versions_areToldNewestFirst_overTheirPlaces() {
    Head head = Head.NONE;
    for (int i = 0; i < 5; i++) {
      head = store.publish(Published.page(manuscript), head, BY_EDITOR).head();
      pages.clock().advance(Duration.ofMinutes(1));
    }
    Optional<String> none = Optional.empty();
    Provenance restore = new Provenance(Origin.RESTORE, "m2", none, none, Optional.of(2L), none);
    store.publish(Published.page(manuscript), head, restore);

    List<Long> numbers = new ArrayList<>();
    VersionStore.Slice slice = store.versions("migraine", 4, null);
    assertThat(slice.versions().get(0).provenance()).isEqualTo(restore);
    slice.versions().forEach(version -> numbers.add(version.number()));
    slice = store.versions("migraine", 4, slice.next());
    slice.versions().forEach(version -> numbers.add(version.number()));

    assertThat(numbers).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
    assertThat(slice.next()).isNull();
    assertThat(store.version("migraine", 7)).isEmpty();
    assertThat(store.versions("epilepsy", 4, null).versions()).isEmpty();
  }

  @Test
  void nothing_isWritten_whenThePageIsInAnotherState() {
    Head first = store.publish(Published.page(manuscript), Head.NONE, BY_EDITOR).head();
    Head second = store.publish(Published.page(manuscript), first, BY_EDITOR).head();
    List<String> before = EmbeddedDynamo.dump(pages.name());

    for (Head stale : List.of(Head.NONE, first)) {
      assertThat(store.publish(Published.page(manuscript), stale, BY_EDITOR))
          .isEqualTo(Publication.moved(second));
      assertThat(store.remove(PageKind.CONDITION, "migraine", "M", stale, BY_EDITOR))
          .isEqualTo(Publication.moved(second));
    }

    assertThat(EmbeddedDynamo.dump(pages.name())).isEqualTo(before);
  }

  @Test
  void furtherWrites_belongToTheSameTransaction() {
    pages.table().write(Write.put(Item.of(DRAFT).with("revision", 7)));
    Page page = Published.page(manuscript);

    Publication refused =
        store.publish(page, Head.NONE, BY_EDITOR, Instant.EPOCH, List.of(dropping(6)));
    assertThat(refused).isEqualTo(Publication.refused(Head.NONE, 0));
    assertThat(store.find(PageKind.CONDITION, "migraine")).isEmpty();
    assertThat(pages.table().get(DRAFT)).isPresent();

    Head head =
        store.publish(page, Head.NONE, BY_EDITOR, Instant.EPOCH, List.of(dropping(7))).head();
    assertThat(pages.table().get(DRAFT)).isEmpty();

    pages.table().write(Write.put(Item.of(DRAFT).with("revision", 8)));
    List<Write> also = List.of(dropping(8));
    store.remove(PageKind.CONDITION, "migraine", "Migraine", head, BY_EDITOR, also);
    assertThat(pages.table().get(DRAFT)).isEmpty();
    assertThat(store.find(PageKind.CONDITION, "migraine")).isEmpty();
  }

  @Test
  void versions_goOnAndStay_whenThePageIsRemovedAndComesBack() {
    Head first = store.publish(Published.page(manuscript), Head.NONE, BY_EDITOR).head();
    Head removed =
        store.remove(PageKind.CONDITION, "migraine", "Migraine", first, BY_EDITOR).head();
    assertThat(removed.removed()).isTrue();
    assertThat(store.all(PageKind.CONDITION)).isEmpty();
    assertThat(store.version("migraine", 1)).isPresent();

    Head back = store.publish(Published.page(manuscript), removed, BY_EDITOR).head();

    assertThat(back.version()).isEqualTo(3);
    assertThat(store.versions("migraine", 9, null).versions())
        .extracting(Version::number)
        .containsExactly(3L, 1L);
  }

  @Test
  void neighbours_areNamedWithoutANewVersion_unlessThePageHasMoved() {
    Head head = store.publish(Published.page(manuscript), Head.NONE, BY_EDITOR).head();
    Entry entry = store.all(PageKind.CONDITION).get(0);

    assertThat(store.relate(PageKind.CONDITION, entry, List.of("epilepsy"))).isTrue();
    assertThat(store.find(PageKind.CONDITION, "migraine").orElseThrow().related())
        .containsExactly("epilepsy");
    assertThat(store.all(PageKind.CONDITION).get(0).related()).containsExactly("epilepsy");
    assertThat(store.head(PageKind.CONDITION, "migraine")).isEqualTo(head);

    store.publish(Published.page(manuscript), head, BY_EDITOR);
    assertThat(store.relate(PageKind.CONDITION, entry, List.of())).isFalse();
  }

  @Test
  void table_endsTheSame_whereverTheFirstTryBroke() {
    store.publish(Published.page(manuscript), Head.NONE, BY_EDITOR);
    List<String> clean = EmbeddedDynamo.dump(pages.name());

    for (FaultyDynamo.Fault fault : List.of(FaultyDynamo.Fault.BEFORE, FaultyDynamo.Fault.AFTER)) {
      Published other = new Published();
      var faulty = FaultyDynamo.failingAt(EmbeddedDynamo.client(), 0, fault);
      DynamoPageStore broken =
          new DynamoPageStore(new DynamoTable(faulty, other.name(), pages.clock()), pages.clock());
      assertThatThrownBy(() -> broken.publish(Published.page(manuscript), Head.NONE, BY_EDITOR))
          .isInstanceOf(Failure.class);

      Publication again = other.store().publish(Published.page(manuscript), Head.NONE, BY_EDITOR);
      assertThat(again.done()).isEqualTo(fault == FaultyDynamo.Fault.BEFORE);
      assertThat(again.head().digest()).isEqualTo(Published.page(manuscript).digest());
      assertThat(EmbeddedDynamo.dump(other.name())).isEqualTo(clean);
    }
  }

  private static Write dropping(long revision) {
    return Write.delete(DRAFT).when("#revision = ?", revision);
  }
}
