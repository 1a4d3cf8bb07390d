package org.alike.forms;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the type of a file by its first bytes, whatever it is called: by the signatures that the
 * WHATWG's MIME Sniffing Standard and the formats' own specifications name. What is not known for
 * sure is unknown, above all programs, pages, drawings with scripts (SVG) and packed files. Pure.
 */
final class ContentSniffer {
  /** So many of a file's first bytes are enough. */
  static final int BYTES = 4_096;

  private static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
  private static final Set<String> MP4_BRANDS =
      Set.of(
          "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "dash", "3gp4", "3gp5");
  private static final String[] MARKUP = {
    "<!doctype", "<html", "<head", "<body", "<script", "<svg", "<iframe", "<?xml", "<?php", "<%"
  };
  private final byte[] bytes;

  private ContentSniffer(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The type of the file that begins so. */
  static Optional<FileType> type(byte[] first) {
    ContentSniffer sniffer = new ContentSniffer(first);
    return sniffer
        .image()
        .or(sniffer::document)
        .or(sniffer::sound)
        .or(sniffer::film)
        .or(sniffer::text);
  }

  private Optional<FileType> image() {
    if (has(0, 0xFF, 0xD8, 0xFF)) {
      return Optional.of(FileType.JPEG);
    }
    if (has(0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return Optional.of(FileType.PNG);
    }
    if (has(0, "GIF87a") || has(0, "GIF89a")) {
      return Optional.of(FileType.GIF);
    }
    if (has(0, "RIFF") && has(8, "WEBPVP")) {
      return Optional.of(FileType.WEBP);
    }
    if (has(0, 'I', 'I', 42, 0) || has(0, 'M', 'M', 0, 42)) {
      return Optional.of(FileType.TIFF);
    }
    // A bitmap's header is 40 to 124 bytes long, which few texts that begin with BM can say.
    if (has(0, "BM") && bytes.length > 18 && bytes[14] >= 12 && has(15, 0, 0, 0)) {
      return Optional.of(FileType.BMP);
    }
    return brand().map(ContentSniffer::imageOf);
  }

  private static @Nullable FileType imageOf(String brand) {
    if (brand.equals("avif") || brand.equals("avis")) {
      return FileType.AVIF;
    }
    return HEIC_BRANDS.contains(brand) ? FileType.HEIC : null;
  }

  private Optional<FileType> document() {
    if (has(0, "%PDF-")) {
      return Optional.of(FileType.PDF);
    }
    if (!has(0, 'P', 'K', 3, 4)) {
      return Optional.empty();
    }
    if (has(30, "mimetypeapplication/vnd.oasis.opendocument.text")) {
      return has(77, "-") ? Optional.empty() : Optional.of(FileType.ODT);
    }
    if (has(30, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet")) {
      return Optional.of(FileType.ODS);
    }
    boolean office =
        has(30, "[Content_Types].xml") || has(30, "_rels/.rels") || has(30, "docProps/");
    if (office && !contains("vbaProject")) {
      return contains("word/")
          ? Optional.of(FileType.DOCX)
          : contains("xl/") ? Optional.of(FileType.XLSX) : Optional.empty();
    }
    return Optional.empty();
  }

  private Optional<FileType> sound() {
    if (has(0, "RIFF") && has(8, "WAVE")) {
      return Optional.of(FileType.WAV);
    }
    if (has(0, "OggS")) {
      return Optional.of(FileType.OGG);
    }
    boolean frame = bytes.length > 2 && has(0, 0xFF) && (bytes[1] & 0xE6) == 0xE2;
    return has(0, "ID3") || frame ? Optional.of(FileType.MP3) : Optional.empty();
  }

  private Optional<FileType> film() {
    if (has(0, 0x1A, 0x45, 0xDF, 0xA3)) {
      return contains("webm") ? Optional.of(FileType.WEBM) : Optional.empty();
    }
    return brand().flatMap(ContentSniffer::filmOf);
  }

  private static Optional<FileType> filmOf(String brand) {
    if (brand.startsWith("M4A") || brand.startsWith("M4B")) {
      return Optional.of(FileType.M4A);
    }
    if (brand.equals("qt  ")) {
      return Optional.of(FileType.MOV);
    }
    boolean film = MP4_BRANDS.contains(brand) || brand.startsWith("M4V");
    return film ? Optional.of(FileType.MP4) : Optional.empty();
  }

  /** The four letters by which the formats of the ISO base media file differ. */
  private Optional<String> brand() {
    return has(4, "ftyp") && bytes.length >= 12
        ? Optional.of(new String(bytes, 8, 4, StandardCharsets.ISO_8859_1))
        : Optional.empty();
  }

  /**
   * No control characters, in any of the encodings that extend ASCII; and nothing that a browser or
   * a shell would run.
   */
  private Optional<FileType> text() {
    if (bytes.length == 0) {
      return Optional.empty();
    }
    for (byte b : bytes) {
      boolean control = (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f');
      if (control || b == 0x7F) {
        return Optional.empty();
      }
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String start = text.replace("\u00EF\u00BB\u00BF", "").stripLeading();
    boolean runnable =
        start.startsWith("<")
            || start.startsWith("#!")
            || start.startsWith("%!")
            || start.startsWith("{\\rtf")
            || containsMarkup(text.toLowerCase(Locale.ROOT));
    return runnable ? Optional.empty() : Optional.of(FileType.TEXT);
  }

  private static boolean containsMarkup(String text) {
    for (String markup : MARKUP) {
      if (text.contains(markup)) {
        return true;
      }
    }
    return false;
  }

  private boolean has(int at, String text) {
    return has(at, text.chars().toArray());
  }

  private boolean has(int at, int... wanted) {
    if (bytes.length < at + wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if ((bytes[at + i] & 0xFF) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean contains(String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
  }
}
