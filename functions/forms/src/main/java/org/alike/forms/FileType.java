package org.alike.forms;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The types of files that are known by their content, each with its media type and extensions. */
enum FileType {
  JPEG("image/jpeg", "jpg", "jpeg", "jfif"),
  PNG("image/png", "png"),
  GIF("image/gif", "gif"),
  WEBP("image/webp", "webp"),
  HEIC("image/heic", "heic", "heif"),
  AVIF("image/avif", "avif"),
  TIFF("image/tiff", "tif", "tiff"),
  BMP("image/bmp", "bmp"),
  PDF("application/pdf", "pdf"),
  TEXT("text/plain", "txt", "text"),
  CSV("text/csv", "csv"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  ODT("application/vnd.oasis.opendocument.text", "odt"),
  ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
  MP3("audio/mpeg", "mp3"),
  M4A("audio/mp4", "m4a"),
  WAV("audio/wav", "wav"),
  OGG("audio/ogg", "ogg", "oga", "opus"),
  MP4("video/mp4", "mp4", "m4v"),
  MOV("video/quicktime", "mov"),
  WEBM("video/webm", "webm");

  /** What a field takes that does not say: photographs, scans and letters. */
  static final Set<FileType> USUAL = Set.of(JPEG, PNG, GIF, WEBP, HEIC, PDF, TEXT, CSV, DOCX, ODT);

  private final String media;
  private final String extensions;

  FileType(String media, String... extensions) {
    this.media = media;
    this.extensions = "." + String.join(".", extensions) + ".";
  }

  String media() {
    return media;
  }

  /** The usual extension. */
  String extension() {
    return extensions.substring(1, extensions.indexOf('.', 1));
  }

  /** The type of this media type, parameters aside. */
  static Optional<FileType> ofMedia(String type) {
    String plain = type.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
    String usual =
        switch (plain) {
          case "image/jpg", "image/pjpeg" -> JPEG.media;
          case "image/heif" -> HEIC.media;
          case "audio/x-m4a", "audio/m4a" -> M4A.media;
          case "audio/x-wav", "audio/wave" -> WAV.media;
          case "audio/mp3" -> MP3.media;
          case "application/csv", "application/vnd.ms-excel.csv" -> CSV.media;
          default -> plain;
        };
    return Arrays.stream(values()).filter(known -> known.media.equals(usual)).findFirst();
  }

  /** The type that a file's name promises. */
  static Optional<FileType> ofName(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return name.indexOf('.') < 0
        ? Optional.empty()
        : Arrays.stream(values())
            .filter(t -> t.extensions.contains("." + extension + "."))
            .findFirst();
  }

  /**
   * The types that this names, as {@code accept} in HTML does: {@code image/png} or {@code
   * image/*}; empty when there are none that could be told by their content.
   */
  static Set<FileType> accepted(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    boolean all = wanted.endsWith("/*") && wanted.length() > 2;
    String group = wanted.substring(0, Math.max(0, wanted.length() - 1));
    return Arrays.stream(values())
        .filter(known -> all ? known.media.startsWith(group) : known.media.equals(wanted))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FileType.class)));
  }

  /**
   * Whether a file that was called the other type may be this one: phones and people rename
   * pictures without converting them, which does no harm; nor does a text that is a table.
   */
  boolean passesFor(FileType told) {
    return this == told
        || (group().equals(told.group()) && Set.of("image", "text").contains(group()));
  }

  private String group() {
    return media.substring(0, media.indexOf('/'));
  }
}
