package org.alike.forms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Write;

/** Submissions in the feature's table, as their senders see them. Thread-safe. */
final class DynamoReceiptStore implements ReceiptStore {
  private static final String RECEIPT = "receipt";
  private static final String WITHDRAWN = "withdrawn";
  private static final String AS_SEEN = "#status = ? AND #version = ?";
  private static final String FIRST_AS_SEEN = "#status = ? AND attribute_not_exists(#version)";
  private final DynamoTable table;

  DynamoReceiptStore(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Held> find(Receipt receipt) {
    return table
        .get(receipt.key())
        .filter(item -> item.find(RECEIPT).isEmpty())
        .flatMap(DynamoReceiptStore::held);
  }

  @Override
  public boolean isWithdrawn(Receipt receipt) {
    return table.get(receipt.key()).filter(item -> item.flag(WITHDRAWN)).isPresent();
  }

  /** Only the sender's own attributes are written, so that nobody else's are lost. */
  @Override
  public boolean correct(Held before, Submission after, Instant at) {
    Write write =
        Write.update(
            before.receipt().key(),
            "SET #values = ?, #status = ?, #reasons = ?, #urgent = ?, #correctedAt = ?,"
                + " #changedAt = ?, #version = ?",
            DynamoSubmissionStore.flat(after.values()),
            word(after.status()),
            after.reasons(),
            after.urgent(),
            at.toString(),
            at.toString(),
            before.version() + 1);
    return table.write(seen(write, before)).done();
  }

  @Override
  public boolean withdraw(Held before, Instant at) {
    Submission submission = before.submission();
    Item gone = DynamoSubmissionStore.gone(before.receipt().key(), at).with(WITHDRAWN, true);
    List<Write> writes = new ArrayList<>();
    writes.add(seen(Write.put(gone), before));
    submission
        .sender()
        .map(sender -> Write.delete(SubmissionKeys.bySender(sender, submission.id())))
        .ifPresent(writes::add);
    return table.write(writes, Optional.empty()).done();
  }

  @Override
  public void revoke(Receipt receipt) {
    table.write(
        Write.update(receipt.key(), "SET #receipt = ?", "revoked")
            .when("attribute_exists(#pk) AND #status <> ?", DynamoSubmissionStore.GONE));
  }

  /** Versions are written from the first change on. */
  private static Write seen(Write write, Held before) {
    String status = word(before.submission().status());
    return before.version() == 0
        ? write.when(FIRST_AS_SEEN, status)
        : write.when(AS_SEEN, status, before.version());
  }

  private static String word(Submission.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Held> held(Item item) {
    return DynamoSubmissionStore.submission(item)
        .map(
            submission ->
                new Held(
                    submission,
                    item.number("version"),
                    item.find("correctedAt").map(Instant::parse)));
  }
}
