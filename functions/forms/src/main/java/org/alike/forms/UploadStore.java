package org.alike.forms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Repeat;

/** Keeps what is known of uploads. */
interface UploadStore {
  /** How many uploads a network has begun for this form lately; counts no further than this. */
  int recent(String form, String network, Instant now, int most);

  /** Notes an upload that may come. */
  void add(Upload upload, String network, Instant now, Repeat<String> repeat);

  Optional<Upload> find(String id);

  /**
   * Claims an upload that waits, or that was claimed by a submission which was never stored.
   *
   * @return the upload with the claim that stands: this one or another's; empty when it is gone
   */
  Optional<Upload> claim(Upload upload, Upload.Claim claim);

  /** Notes a file that came within a form, so that it is found when its submission is not. */
  void hold(Upload upload, Upload.Claim claim);

  /** The files that a submission has now; none when it is not there. */
  List<Attachment> attachments(String form, String submission);
}
