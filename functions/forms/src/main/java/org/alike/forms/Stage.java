package org.alike.forms;

import java.util.Locale;
import org.alike.store.Item;

/** How far a submission has come; each stage has something to tell, and tells it once. */
enum Stage {
  /** It is in the inbox, at once or because its owner let it out of quarantine. */
  RECEIVED,
  /** Of newsletters: whoever reads the mailbox has confirmed. */
  CONFIRMED,
  /** Of newsletters: whoever reads the mailbox wants it no longer. */
  ENDED;

  /** The submission's attribute for the stages of a newsletter. */
  static final String SUBSCRIPTION = "subscription";

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Stage of(Item submission) {
    return submission.find(SUBSCRIPTION).map(Stage::of).orElse(RECEIVED);
  }

  static Stage of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** What webhooks call it. */
  String event() {
    return switch (this) {
      case RECEIVED -> "submission.accepted";
      case CONFIRMED -> "subscription.confirmed";
      case ENDED -> "subscription.ended";
    };
  }
}
