package org.alike.forms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.alike.store.Key;

/**
 * Names a submission towards whoever sent it: with its link they see, correct and withdraw it.
 *
 * @param form the form's name
 * @param submission the submission's id
 */
record Receipt(String form, String submission) {
  private static final int ID_BYTES = 16;

  /** As few bytes as will do, since they become part of an address. */
  byte[] bytes() {
    UUID id = UUID.fromString(submission);
    byte[] name = form.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(ID_BYTES + name.length)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .put(name)
        .array();
  }

  static Optional<Receipt> of(byte[] bytes) {
    if (bytes.length <= ID_BYTES) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    String id = new UUID(buffer.getLong(), buffer.getLong()).toString();
    String form = new String(bytes, ID_BYTES, bytes.length - ID_BYTES, StandardCharsets.US_ASCII);
    return Optional.of(new Receipt(form, id));
  }

  /** Where its submission lies. */
  Key key() {
    return SubmissionKeys.submission(form, submission);
  }
}
