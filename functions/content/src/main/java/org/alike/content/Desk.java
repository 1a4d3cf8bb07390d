package org.alike.content;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A page as its editors find it: what is published, and the draft that lies open. Its revision
 * grows by one with every change of either, by whomever, and never comes back to a number that it
 * had: it is the number given when the draft was last written, and one more for each version that
 * the page got since.
 *
 * @param slug of the page
 * @param head the published page's state
 * @param live what is published; empty before the first publication and after a removal
 * @param counted the revision that was given last; 0 before the first
 * @param since the page's version at that moment
 * @param draft empty when none lies open
 */
record Desk(
    String slug, Head head, Optional<Live> live, long counted, long since, Optional<Draft> draft) {

  long revision() {
    return counted + head.version() - since;
  }

  /** The strong tag of this revision. */
  String tag() {
    return tag(revision());
  }

  static String tag(long revision) {
    return "\"r" + revision + '"';
  }

  /** Whether there is neither a page nor a draft. */
  boolean empty() {
    return live.isEmpty() && draft.isEmpty();
  }

  /** The state after this draft was saved. */
  Desk with(Draft saved) {
    return new Desk(slug, head, live, revision() + 1, head.version(), Optional.of(saved));
  }

  /** The state after the draft was dropped. */
  Desk withoutDraft() {
    return new Desk(slug, head, live, revision() + 1, head.version(), Optional.empty());
  }

  /** The state after this was published, which ends the draft. */
  Desk publishing(Head published, Live text) {
    return new Desk(
        slug, published, Optional.of(text), revision() + 1, published.version(), Optional.empty());
  }

  /** What tells of the draft, or else of what is published; without the text. */
  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("slug", slug);
    draft.map(Draft::toJson).or(() -> live.map(Live::toJson)).ifPresent(json::putAll);
    json.put("revision", revision());
    live.ifPresent(text -> json.put("version", head.version()));
    return json;
  }

  /** The draft's text, or else what is published. */
  Map<String, Object> document() {
    return draft.map(Draft::document).or(() -> live.map(Live::document)).orElse(Map.of());
  }
}
