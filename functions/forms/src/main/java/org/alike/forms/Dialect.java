package org.alike.forms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.alike.kernel.Failure;

/**
 * Tells what people filled in from what the scripts of form services add to it. A field that the
 * form itself has is always content, whatever a service would use its name for. Pure.
 */
final class Dialect {
  private static final Set<String> WEB3FORMS =
      Set.of("access_key", "subject", "from_name", "replyto", "redirect", "ccemail");
  private static final Set<String> WEBFLOW =
      Set.of(
          "name",
          "pageId",
          "elementId",
          "domain",
          "collectionId",
          "itemSlug",
          "wfFlow",
          "source",
          "test",
          "dolphin",
          "trackingCookies[marketo]");
  private static final String LABEL = "fields[";
  private static final String UPLOAD = "fileUploads[";
  private final FormDefinition form;
  private final boolean webflow;
  private final boolean web3forms;

  private Dialect(FormDefinition form, List<Entry> entries) {
    this.form = form;
    webflow = entries.stream().anyMatch(entry -> isLabelled(entry.name()));
    web3forms = entries.stream().anyMatch(entry -> entry.name().equals("access_key"));
  }

  static Sent read(FormDefinition form, List<Entry> entries) {
    Dialect dialect = new Dialect(form, entries);
    List<Entry> content = new ArrayList<>();
    List<Entry> controls = new ArrayList<>();
    for (Entry entry : entries) {
      Entry named = dialect.named(entry);
      if (dialect.isControl(named.name(), entry.name())) {
        controls.add(asText(named));
      } else {
        content.add(named);
      }
    }
    return new Sent(content, controls);
  }

  private boolean isLabelled(String name) {
    boolean labelled = name.startsWith(LABEL) || name.startsWith(UPLOAD);
    return labelled && name.endsWith("]") && form.field(name).isEmpty();
  }

  /** Webflow's script encodes labels once more than it should. */
  private Entry named(Entry entry) {
    if (!isLabelled(entry.name())) {
      return entry;
    }
    boolean upload = entry.name().startsWith(UPLOAD);
    String begin = upload ? UPLOAD : LABEL;
    String label = entry.name().substring(begin.length(), entry.name().length() - 1);
    boolean sentAhead = upload && entry.kind() == Entry.Kind.TEXT && !entry.isBlank();
    return new Entry(
        decoded(label), entry.value(), sentAhead ? Entry.Kind.UPLOAD : entry.kind(), entry.file());
  }

  private static String decoded(String label) {
    try {
      byte[] bytes = label.replace("+", "%2B").getBytes(StandardCharsets.UTF_8);
      return UrlEncoded.decode(bytes, 0, bytes.length);
    } catch (Failure neverEncoded) {
      return label;
    }
  }

  private boolean isControl(String name, String sentAs) {
    if (form.field(name).isPresent()) {
      return false;
    }
    return Controls.NAMES.contains(name)
        || form.traps().contains(name)
        || (web3forms && WEB3FORMS.contains(name))
        || (webflow && name.equals(sentAs) && WEBFLOW.contains(name));
  }

  /** A script's {@code false} is as good as the text of it. */
  private static Entry asText(Entry entry) {
    boolean simple = entry.kind() == Entry.Kind.FLAG || entry.kind() == Entry.Kind.NUMBER;
    return simple ? Entry.text(entry.name(), entry.value()) : entry;
  }
}
