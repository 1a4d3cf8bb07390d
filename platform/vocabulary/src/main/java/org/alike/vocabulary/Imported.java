package org.alike.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The imported part of a vocabulary, as an import wrote it; see {@link ImportedFile} for the
 * format. Immutable; thread-safe.
 */
final class Imported {
  private static final String FILE = "imported.vocabulary";

  private final List<Source> sources;
  private final Map<Kind, ImportedKind> kinds = new EnumMap<>(Kind.class);

  private Imported(ByteReader in) {
    List<Source> read = new ArrayList<>();
    for (int left = in.number(); left > 0; left--) {
      read.add(new Source(in.text(), in.text(), in.text(), in.text(), in.text()));
    }
    sources = List.copyOf(read);
    for (int left = in.number(); left > 0; left--) {
      Kind kind = Kind.valueOf(in.text());
      kinds.put(kind, new ImportedKind(kind, in));
    }
  }

  /** What was imported into this jar, if anything was. */
  static Optional<Imported> ofJar(IntSupplier ours) {
    try (InputStream stream = Imported.class.getResourceAsStream(FILE)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(read(stream.readAllBytes(), ours.getAsInt()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param ours the digest of our own entries
   * @throws IllegalStateException if the file is damaged, or made for another version of the code
   *     or of our data
   */
  static Imported read(byte[] file, int ours) {
    if (file.length < ImportedFile.HEADER || new ByteReader(file).fixed() != ImportedFile.MAGIC) {
      throw unusable("is no imported vocabulary");
    }
    ByteReader header = new ByteReader(file);
    header.fixed();
    int format = header.fixed();
    if (format != ImportedFile.FORMAT) {
      throw unusable("has format " + format + ", and this version reads " + ImportedFile.FORMAT);
    }
    CRC32 checksum = new CRC32();
    checksum.update(file, ImportedFile.HEADER, file.length - ImportedFile.HEADER);
    int digest = header.fixed();
    if (digest != (int) checksum.getValue()) {
      throw unusable("is damaged");
    }
    if (header.fixed() != ours) {
      throw unusable("was made for other curated names than these");
    }
    return new Imported(new ByteReader(body(file, header.fixed())));
  }

  private static byte[] body(byte[] file, int length) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(file, ImportedFile.HEADER, file.length - ImportedFile.HEADER);
      byte[] body = new byte[length];
      if (inflater.inflate(body) != length) {
        throw unusable("is damaged");
      }
      return body;
    } catch (DataFormatException e) {
      throw new IllegalStateException(unusable("is damaged").getMessage(), e);
    } finally {
      inflater.end();
    }
  }

  private static IllegalStateException unusable(String why) {
    return new IllegalStateException(FILE + " " + why + "; run the import again, or delete it");
  }

  List<Source> sources() {
    return sources;
  }

  Optional<ImportedKind> of(Kind kind) {
    return Optional.ofNullable(kinds.get(kind));
  }
}
