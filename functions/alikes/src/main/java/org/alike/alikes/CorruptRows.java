package org.alike.alikes;

/**
 * Packed rows that are not as they were written. The message tells where, and nothing of anybody.
 */
final class CorruptRows extends RuntimeException {
  private static final long serialVersionUID = 1;

  CorruptRows(String message) {
    super(message);
  }
}
