package org.alike.forms;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.alike.kernel.Repeat;

/** Uploads in memory, for tests that are about something else: no claim is ever taken over. */
final class InMemoryUploadStore implements UploadStore {
  private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

  @Override
  public int recent(String form, String network, Instant now, int most) {
    return Math.min(uploads.size(), most);
  }

  @Override
  public void add(Upload upload, String network, Instant now, Repeat<String> repeat) {
    uploads.put(upload.id(), upload);
  }

  @Override
  public Optional<Upload> find(String id) {
    return Optional.ofNullable(uploads.get(id));
  }

  @Override
  public Optional<Upload> claim(Upload upload, Upload.Claim claim) {
    return Optional.ofNullable(
        uploads.computeIfPresent(
            upload.id(), (id, it) -> it.claim().isPresent() ? it : it.claimed(claim)));
  }

  @Override
  public void hold(Upload upload, Upload.Claim claim) {
    uploads.put(upload.id(), upload.claimed(claim));
  }

  @Override
  public List<Attachment> attachments(String form, String submission) {
    return List.of();
  }
}
