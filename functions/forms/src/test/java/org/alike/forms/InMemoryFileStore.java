package org.alike.forms;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.alike.kernel.Digest;
import org.alike.kernel.Failure;

/** Files in memory, with the same promises as the real store, which can be away at any call. */
final class InMemoryFileStore implements FileStore {
  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, Attachment> attachments = new TreeMap<>();
  private int callsUntilAway = Integer.MAX_VALUE;

  /** A browser sends a file to where it was told to. */
  synchronized void arrive(String upload, byte[] content) {
    files.put(FileKeys.waiting(upload), content);
  }

  synchronized Map<String, byte[]> files() {
    return Map.copyOf(files);
  }

  /** What is kept of submissions. */
  synchronized Map<String, Attachment> kept() {
    return Map.copyOf(attachments);
  }

  /** Call number {@code k} from here on, from 0, does not arrive. */
  synchronized void awayAt(int k) {
    callsUntilAway = k;
  }

  private void call() {
    if (callsUntilAway-- == 0) {
      throw Failure.unavailable(2);
    }
  }

  @Override
  public Form form(String key, FileType type, Instant now, Duration valid) {
    return new Form("https://files.example", Map.of("key", key, "Content-Type", type.media()));
  }

  @Override
  public Put put(String key, FileType type, long size, Instant now, Duration valid) {
    return new Put("https://files.example/" + key, Map.of("content-type", type.media()));
  }

  @Override
  public synchronized Optional<Head> head(String key) {
    call();
    return Optional.ofNullable(files.get(key))
        .map(
            content ->
                new Head(
                    Arrays.copyOf(content, Math.min(content.length, ContentSniffer.BYTES)),
                    content.length,
                    Digest.of(content)));
  }

  @Override
  public synchronized boolean copy(String key, String tag, String to, Attachment attachment) {
    call();
    byte[] content = files.get(key);
    if (content == null || !Digest.of(content).equals(tag)) {
      return false;
    }
    files.put(to, content);
    attachments.put(to, attachment);
    return true;
  }

  @Override
  public synchronized void keep(String key, byte[] content, Attachment attachment) {
    call();
    files.put(key, content);
    attachments.put(key, attachment);
  }

  @Override
  public synchronized void delete(String key) {
    call();
    files.remove(key);
    attachments.remove(key);
  }

  @Override
  public String address(String key, Instant now, Duration valid) {
    return "https://files.example/" + key + "?until=" + now.plus(valid);
  }
}
