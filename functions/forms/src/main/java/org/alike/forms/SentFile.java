package org.alike.forms;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.alike.kernel.Digest;

/**
 * A file that came within a form's own body.
 *
 * @param name what its sender calls it
 * @param type the media type that the sender's browser gave it; may be empty
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SentFile(String name, String type, byte[] content) {
  /** The same file has the same id, so that sending a form twice is seen to be that. */
  String id() {
    ByteBuffer digest =
        ByteBuffer.wrap(Base64.getUrlDecoder().decode(Digest.of(name, type, Digest.of(content))));
    return new UUID(digest.getLong(), digest.getLong()).toString();
  }
}
