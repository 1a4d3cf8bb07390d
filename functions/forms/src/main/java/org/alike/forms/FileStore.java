package org.alike.forms;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps files: what waits for a submission, and what submissions have. Nobody but its owner's
 * functions reads it; a browser gets addresses that are signed for one thing and expire.
 */
interface FileStore {
  /** The largest file. */
  long MOST_BYTES = 25L * 1024 * 1024;

  /** What a browser sends as a form, the file as its last field. */
  record Form(String url, Map<String, String> fields) {}

  /** What a script sends instead: one PUT with these headers. */
  record Put(String url, Map<String, String> headers) {}

  /**
   * The beginning of a file.
   *
   * @param tag differs when the content does
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Head(byte[] first, long size, String tag) {}

  /** Lets a browser put one file of at most {@link #MOST_BYTES} under this key. */
  Form form(String key, FileType type, Instant now, Duration valid);

  /** Lets a script put one file of exactly this size under this key. */
  Put put(String key, FileType type, long size, Instant now, Duration valid);

  /** The beginning of the file under this key. */
  Optional<Head> head(String key);

  /**
   * Keeps a copy under another key, as the attachment it is.
   *
   * @return false when the file is not there any more, or has another tag than this
   */
  boolean copy(String key, String tag, String to, Attachment attachment);

  /** Keeps content that came with a form. */
  void keep(String key, byte[] content, Attachment attachment);

  /** Deletes a file; deleting again changes nothing. */
  void delete(String key);

  /** Lets a browser save the file under this key. */
  String address(String key, Instant now, Duration valid);
}
