package org.alike.forms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Failure;
import org.alike.kernel.Marker;
import org.alike.kernel.Repeat;
import org.alike.store.DynamoMarkers;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Outcome;
import org.alike.store.Query;
import org.alike.store.Write;

/**
 * Claims a content and a request for one submission before it is stored. A claim never counts as
 * stored: whoever meets one goes on with the submission that it names, so that of several at once,
 * and of a try that broke off and its repeat, all end with the same one. That takes no transaction,
 * which would cost twice as much. Thread-safe.
 */
final class Claims {
  /** A second click, or a reload of the answer, within this time is the same submission. */
  static final Duration SAME_FOR = Duration.ofMinutes(1);

  private static final String SUBMISSION = "submission";
  private static final String SAME = "same";
  private static final String TEXT = "text";
  private final DynamoTable table;
  private final Clock clock;

  Claims(DynamoTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /** The id of the submission that this content and this request belong to. */
  String claim(Submission submission, Trace trace, Repeat<String> repeat) {
    String ofContent = content(submission, trace);
    Optional<Marker> marker = repeat.marker(ofContent);
    if (marker.isEmpty()) {
      return ofContent;
    }
    String ofRequest = request(marker.get(), submission.form(), ofContent);
    if (!ofRequest.equals(ofContent)) {
      // The request broke off long ago; its content may be somebody's again within a minute.
      table.write(Write.put(item(submission.form(), trace, ofRequest)));
    }
    return ofRequest;
  }

  /**
   * Where a period has just begun, what was sent a moment ago is claimed in the one before: there
   * they meet. It counts for the network only once.
   */
  private String content(Submission submission, Trace trace) {
    Item mine = item(submission.form(), trace, submission.id());
    if (!trace.period().reachesBack(SAME_FOR)) {
      return standing(mine).text(SUBMISSION);
    }
    Item before = standing(item(submission.form(), trace.before(), submission.id()));
    Item same = mine.with(SUBMISSION, before.text(SUBMISSION)).with(SAME, before.number(SAME));
    return standing(same).text(SUBMISSION);
  }

  /** The claim that stands: this one, or the one that was there before. */
  private Item standing(Item claim) {
    Write write =
        Write.put(claim)
            .when("attribute_not_exists(#pk) OR #same <= ?", clock.instant().getEpochSecond())
            .recognised();
    return table.write(write).existing().orElse(claim);
  }

  private String request(Marker marker, String form, String submission) {
    Write write =
        Write.put(SubmissionMarkers.item(marker, form, submission))
            .when("attribute_not_exists(#pk) OR #expires <= ?", clock.instant().getEpochSecond())
            .recognised();
    Outcome outcome = table.write(write);
    boolean another =
        outcome
            .existing()
            .map(DynamoMarkers::marker)
            .filter(first -> !first.fingerprint().equals(marker.fingerprint()))
            .isPresent();
    if (another) {
      throw Failure.invalid(
          "Idempotency-Key", "reused", "This key was used for another request already.");
    }
    return outcome.existing().map(item -> item.text(SUBMISSION)).orElse(submission);
  }

  private static Item item(String form, Trace trace, String submission) {
    return Item.of(SubmissionKeys.trace(form, trace.network(), trace.period(), trace.content()))
        .with(SUBMISSION, submission)
        .with(SAME, trace.same().getEpochSecond())
        .with(TEXT, trace.text())
        .expiring(trace.counted());
  }

  /** Leaves a trace that only counts. */
  void count(String form, Trace trace) {
    table.write(Write.put(item(form, trace, "")));
  }

  /** The traces that a network left in a period; at most so many. */
  List<Trace> traces(String form, String network, Period period, int most) {
    Query all = Query.partition(SubmissionKeys.traces(form, network, period)).limit(most);
    return table.query(all).items().stream().map(item -> trace(network, period, item)).toList();
  }

  private static Trace trace(String network, Period period, Item item) {
    return new Trace(
        network,
        item.key().sort(),
        item.text(TEXT),
        Instant.ofEpochSecond(item.number(SAME)),
        Instant.ofEpochSecond(item.number("expires")),
        period);
  }
}
