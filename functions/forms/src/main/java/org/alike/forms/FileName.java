package org.alike.forms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.alike.kernel.Texts;

/** What a sender calls a file, made fit for any system it may be stored on. Pure. */
final class FileName {
  private static final int MOST = 150;
  private static final String UNNAMED = "file";

  private FileName() {}

  /**
   * The last part of a path, without characters that file systems, headers or eyes could be misled
   * by; the extension stays even where it has to be cut.
   */
  static String safe(String sent) {
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    StringBuilder name = new StringBuilder();
    last.codePoints()
        .filter(c -> Texts.storableLine(Character.toString(c)))
        .map(c -> c < 0x80 && "<>:\"|?*%;\t".indexOf(c) >= 0 ? '_' : c)
        .forEach(name::appendCodePoint);
    String plain = name.toString().strip().replaceAll("^\\.+", "");
    if (plain.isEmpty()) {
      return UNNAMED;
    }
    int length = Texts.length(plain);
    return length <= MOST ? plain : plain.substring(plain.offsetByCodePoints(0, length - MOST));
  }

  /**
   * A name that says what the file is: behind an extension that nobody knows here ({@code a.bat},
   * {@code a.png.exe}) comes its own, so that no system takes a text for a program.
   */
  static String telling(String name, FileType type) {
    boolean other = name.indexOf('.') >= 0 && FileType.ofName(name).isEmpty();
    return other ? name + "." + type.extension() : name;
  }

  /** The header that lets a browser save a file under its name, never show it (RFC 6266). */
  static String disposition(String name) {
    String ascii = name.replaceAll("[^ -~]|[\"\\\\]", "_");
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\""
        + ascii
        + "\"; filename*=UTF-8''"
        + encoded.replace("*", "%2A");
  }
}
