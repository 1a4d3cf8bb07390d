package org.alike.forms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Repeat;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Outcome;
import org.alike.store.Query;
import org.alike.store.Write;

/**
 * Uploads in the feature's table. An upload's item lives a day or two: it keeps a file from being
 * claimed twice, and when it expires, the stream leads to a look whether the file is still
 * anybody's. What a submission has is said by the submission itself. Thread-safe.
 */
final class DynamoUploadStore implements UploadStore {
  private static final String UPLOAD = "UPLOAD";
  private static final String FORM = "form";
  private static final String NAME = "name";
  private static final String TOLD = "told";
  private static final String STATE = "state";
  private static final String WAITING = "waiting";
  private static final String CLAIMED = "claimed";
  private static final String SUBMISSION = "submission";
  private static final String CLAIMED_AT = "claimedAt";
  private static final Duration WAITS = Duration.ofDays(1);

  /** Longer than a request's key and the trace of a deleted submission are remembered. */
  private static final Duration CLAIMED_FOR = Duration.ofDays(2);

  /** A request ends long before; whoever claimed this long ago and stored nothing never will. */
  private static final Duration ABANDONED = Duration.ofMinutes(2);

  private final DynamoTable table;

  DynamoUploadStore(DynamoTable table) {
    this.table = table;
  }

  @Override
  public int recent(String form, String network, Instant now, int most) {
    Query all = Query.partition(begun(form, network, now)).limit(most);
    return table.query(all).items().size();
  }

  @Override
  public void add(Upload upload, String network, Instant now, Repeat<String> repeat) {
    Key counted = Key.of(begun(upload.form(), network, now), upload.id());
    table.write(Write.put(Item.of(counted).expiring(now.plus(Limit.UPLOADS_COUNTED))));
    Item item = common(upload).with(STATE, WAITING).expiring(now.plus(WAITS));
    table.write(List.of(Write.put(item)), repeat.marker(upload.id()));
  }

  @Override
  public Optional<Upload> find(String id) {
    return table.get(key(id)).map(DynamoUploadStore::upload);
  }

  @Override
  public Optional<Upload> claim(Upload upload, Upload.Claim claim) {
    Write write = Write.put(item(upload, claim)).when("#state = ?", WAITING).recognised();
    Outcome outcome = table.write(write);
    if (outcome.done()) {
      return Optional.of(upload.claimed(claim));
    }
    Optional<Upload> standing = outcome.existing().map(DynamoUploadStore::upload);
    return standing.filter(other -> isAbandoned(other, claim)).isPresent()
        ? takeOver(standing.get(), claim)
        : standing;
  }

  /** Of several who try, one has it: the condition names the claim that is taken over. */
  private Optional<Upload> takeOver(Upload standing, Upload.Claim claim) {
    Upload.Claim before = standing.claim().orElseThrow();
    Write write =
        Write.put(item(standing, claim))
            .when("#submission = ? AND #claimedAt = ?", before.submission(), before.at().toString())
            .recognised();
    Outcome outcome = table.write(write);
    return outcome.done()
        ? Optional.of(standing.claimed(claim))
        : outcome.existing().map(DynamoUploadStore::upload);
  }

  private boolean isAbandoned(Upload standing, Upload.Claim claim) {
    return standing
        .claim()
        .filter(before -> !before.submission().equals(claim.submission()))
        .filter(before -> before.at().plus(ABANDONED).isBefore(claim.at()))
        .map(before -> SubmissionKeys.submission(standing.form(), before.submission()))
        .filter(key -> table.get(key).isEmpty())
        .isPresent();
  }

  @Override
  public void hold(Upload upload, Upload.Claim claim) {
    table.write(Write.put(item(upload, claim)));
  }

  @Override
  public List<Attachment> attachments(String form, String submission) {
    // It may be anything that stands in an address.
    if (!SubmissionKeys.isId(submission)) {
      return List.of();
    }
    return table
        .get(SubmissionKeys.submission(form, submission))
        .flatMap(DynamoSubmissionStore::submission)
        .map(Submission::files)
        .orElse(List.of());
  }

  /** The upload that an item of the table is; empty for the table's other items. */
  static Optional<Upload> of(Item item) {
    return item.key().sort().equals(UPLOAD) ? Optional.of(upload(item)) : Optional.empty();
  }

  private static Key key(String id) {
    return Key.of(UPLOAD + "#" + id, UPLOAD);
  }

  private static String begun(String form, String network, Instant now) {
    long period = now.getEpochSecond() / Limit.UPLOADS_COUNTED.toSeconds();
    return "UPLOADS#" + form + "#" + network + "#" + period;
  }

  private static Item common(Upload upload) {
    return Item.of(key(upload.id()))
        .with(FORM, upload.form())
        .with(NAME, upload.name())
        .with(TOLD, upload.told().media());
  }

  private static Item item(Upload upload, Upload.Claim claim) {
    return common(upload)
        .with(STATE, CLAIMED)
        .with(SUBMISSION, claim.submission())
        .with("type", claim.type().media())
        .with("size", claim.size())
        .with("tag", claim.tag())
        .with(CLAIMED_AT, claim.at().toString())
        .expiring(claim.at().plus(CLAIMED_FOR));
  }

  private static Upload upload(Item item) {
    String partition = item.key().partition();
    Upload upload =
        new Upload(
            partition.substring(UPLOAD.length() + 1),
            item.text(FORM),
            item.text(NAME),
            type(item.text(TOLD)),
            Optional.empty());
    return item.text(STATE).equals(WAITING) ? upload : upload.claimed(claim(item));
  }

  private static Upload.Claim claim(Item item) {
    return new Upload.Claim(
        item.text(SUBMISSION),
        type(item.text("type")),
        item.number("size"),
        item.text("tag"),
        Instant.parse(item.text(CLAIMED_AT)));
  }

  private static FileType type(String media) {
    return FileType.ofMedia(media).orElseThrow();
  }
}
