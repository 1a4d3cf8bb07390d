package org.alike.forms;

import java.time.Instant;
import java.util.Optional;

/**
 * A file that was sent ahead of the form it belongs to.
 *
 * @param id what the form's field will name it by
 * @param form the form it is for, and no other
 * @param name what its sender calls it
 * @param told what type of file its sender says it is
 * @param claim who has it; empty while it waits
 */
record Upload(String id, String form, String name, FileType told, Optional<Claim> claim) {

  /**
   * A submission's hold on a file. It alone does not say that the submission is there.
   *
   * @param submission whose file it is
   * @param type what it is by its content
   * @param size in bytes
   * @param tag of the content that was looked at
   * @param at when
   */
  record Claim(String submission, FileType type, long size, String tag, Instant at) {
    Claim by(String other, Instant when) {
      return new Claim(other, type, size, tag, when);
    }
  }

  Upload claimed(Claim by) {
    return new Upload(id, form, name, told, Optional.of(by));
  }
}
