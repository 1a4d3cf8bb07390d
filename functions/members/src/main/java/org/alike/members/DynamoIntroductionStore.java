package org.alike.members;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alike.kernel.Marker;
import org.alike.store.DynamoTable;
import org.alike.store.Key;
import org.alike.store.Page;
import org.alike.store.Query;
import org.alike.store.Write;

/** Introductions in the feature's table. Thread-safe. */
final class DynamoIntroductionStore implements IntroductionStore {
  private static final int AT_ONCE = 50;
  private final DynamoTable table;

  DynamoIntroductionStore(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Stream<Introduction> newestFirst(String member, Optional<String> after) {
    Query all =
        Query.partition(MemberKeys.partition(member))
            .startingWith(MemberKeys.INTRODUCTION)
            .descending()
            .consistently()
            .limit(AT_ONCE);
    Query first =
        after.map(id -> all.after(place(MemberKeys.introduction(member, id)))).orElse(all);
    return Stream.iterate(
            Optional.of(table.query(first)), Optional::isPresent, page -> next(all, page))
        .flatMap(page -> page.map(Page::items).orElse(List.of()).stream())
        .map(StoredIntroduction::introduction);
  }

  private Optional<Page> next(Query all, Optional<Page> page) {
    return page.flatMap(read -> Optional.ofNullable(read.next()))
        .map(place -> table.query(all.after(place)));
  }

  private static List<String> place(Key key) {
    return List.of(key.partition(), key.sort());
  }

  @Override
  public Optional<Introduction> find(String member, String id) {
    return table.get(MemberKeys.introduction(member, id)).map(StoredIntroduction::introduction);
  }

  @Override
  public Asking asking(String member) {
    return table.get(MemberKeys.asking(member)).map(StoredIntroduction::asking).orElse(Asking.NONE);
  }

  @Override
  public boolean ask(Asked asked, Seen seen, Optional<Marker> marker) {
    String asker = asked.pair().asker().id();
    String other = asked.pair().asked().id();
    Introduction sent = asked.sent();
    return table
        .write(
            List.of(
                StoredMember.unchanged(asked.pair().asker()),
                StoredMember.unchanged(asked.pair().asked()),
                StoredTie.together(asker, other, sent.partings()),
                StoredIntroduction.asking(asker, seen.asker(), asked.asking(), sent.asked()),
                StoredIntroduction.asIs(other, seen.asked(), sent.asked()),
                Write.put(StoredIntroduction.item(asker, sent)).ifAbsent(),
                Write.put(StoredIntroduction.item(other, sent.turned(asker))).ifAbsent(),
                Write.put(StoredLetter.item(asked.letter()))),
            marker)
        .done();
  }

  @Override
  public boolean accept(Pair pair, Introduction received, Letter letter) {
    String asked = pair.asked().id();
    String asker = pair.asker().id();
    Introduction accepted = received.becoming(Introduction.State.ACCEPTED);
    return table
        .write(
            StoredMember.unchanged(pair.asker()),
            StoredMember.unchanged(pair.asked()),
            StoredTie.together(asked, asker, received.partings()),
            StoredIntroduction.answered(asked, accepted),
            StoredIntroduction.answered(asker, accepted.turned(asked)),
            Write.put(StoredLetter.item(letter)))
        .done();
  }

  @Override
  public boolean decline(String member, Introduction received) {
    Introduction declined = received.becoming(Introduction.State.DECLINED);
    return table
        .write(StoredMember.there(member), StoredIntroduction.answered(member, declined))
        .done();
  }

  @Override
  public boolean withdraw(String member, Introduction sent) {
    Introduction withdrawn = sent.becoming(Introduction.State.WITHDRAWN);
    return table
        .write(
            StoredMember.there(member),
            StoredIntroduction.answered(member, withdrawn),
            StoredIntroduction.ended(sent.other(), withdrawn.turned(member)))
        .done();
  }
}
