package org.alike.forms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Digest;
import org.alike.kernel.EmailAddress;

/**
 * A form's submission, as it is kept.
 *
 * @param id sorts by the time of arrival
 * @param form the form's name
 * @param purpose the form's purpose
 * @param status what became of it
 * @param reasons why it is quarantined, the weightiest first
 * @param values the content in the order it was sent, empty values included
 * @param language what the form said its language is
 * @param subject a subject that the form gave
 * @param replyTo an address to answer to
 * @param receivedAt when
 * @param expires when it is forgotten
 * @param files its files, in the order they were sent
 * @param urgent whether its words say that somebody may be in danger
 */
record Submission(
    String id,
    String form,
    Purpose purpose,
    Status status,
    List<String> reasons,
    List<Value> values,
    Optional<String> language,
    Optional<String> subject,
    Optional<String> replyTo,
    Instant receivedAt,
    Instant expires,
    List<Attachment> files,
    boolean urgent) {

  /** One that says nothing of danger. */
  Submission(
      String id,
      String form,
      Purpose purpose,
      Status status,
      List<String> reasons,
      List<Value> values,
      Optional<String> language,
      Optional<String> subject,
      Optional<String> replyTo,
      Instant receivedAt,
      Instant expires,
      List<Attachment> files) {
    this(
        id,
        form,
        purpose,
        status,
        reasons,
        values,
        language,
        subject,
        replyTo,
        receivedAt,
        expires,
        files,
        false);
  }

  /** What became of a submission. */
  enum Status {
    /** Told to whoever subscribes. */
    RECEIVED,
    /** Kept for the owner to look at, told to nobody. */
    QUARANTINED
  }

  /** One value under its field's name. */
  record Value(String name, String value) {}

  Submission {
    reasons = List.copyOf(reasons);
    values = List.copyOf(values);
    files = List.copyOf(files);
  }

  /** The same submission with these files. */
  Submission with(List<Attachment> attached) {
    return copy(id, status, reasons, values, attached, urgent);
  }

  /** The same submission, or one that is urgent as well; what was urgent once stays so. */
  Submission urgentIf(boolean danger) {
    return copy(id, status, reasons, values, files, urgent || danger);
  }

  /** The same submission under another id. */
  Submission as(String other) {
    return copy(other, status, reasons, values, files, urgent);
  }

  /** The same submission, of which something else became. */
  Submission in(Status other) {
    return copy(id, other, reasons, values, files, urgent);
  }

  /** The same submission with other content, set aside if there are reasons to. */
  Submission saying(List<Value> other, List<String> otherReasons) {
    return otherReasons.isEmpty()
        ? copy(id, status, reasons, other, files, urgent)
        : copy(id, Status.QUARANTINED, otherReasons, other, files, urgent);
  }

  private Submission copy(
      String itsId,
      Status itsStatus,
      List<String> itsReasons,
      List<Value> itsValues,
      List<Attachment> itsFiles,
      boolean itsUrgency) {
    return new Submission(
        itsId,
        form,
        purpose,
        itsStatus,
        itsReasons,
        itsValues,
        language,
        subject,
        replyTo,
        receivedAt,
        expires,
        itsFiles,
        itsUrgency);
  }

  /** The weightiest reason why it is quarantined. */
  Optional<String> reason() {
    return reasons.stream().findFirst();
  }

  /**
   * Digest of the mailbox that a signup is of, under which it can be found again when its member is
   * erased; empty for every other submission, which is its form's owner's to delete.
   */
  Optional<String> sender() {
    return values.stream()
        .filter(value -> purpose == Purpose.SIGNUP && value.name().equals("email"))
        .flatMap(value -> EmailAddress.parse(value.value()).stream())
        .map(address -> Digest.of(address.identity()))
        .findFirst();
  }

  /** A value as people read it: for a file its name, which says more than its id. */
  String said(Value value) {
    return files.stream()
        .filter(file -> file.field().equals(value.name()) && file.id().equals(value.value()))
        .map(Attachment::name)
        .findFirst()
        .orElse(value.value());
  }

  /** The values of the field with this name. */
  List<String> texts(String name) {
    return values.stream().filter(v -> v.name().equals(name)).map(Value::value).toList();
  }

  /** Whether the field with this name holds files. */
  boolean hasFilesIn(String name) {
    return files.stream().anyMatch(file -> file.field().equals(name));
  }

  boolean saysTheSame(Submission other) {
    return values.equals(other.values);
  }

  boolean isAccepted() {
    return status == Status.RECEIVED;
  }
}
