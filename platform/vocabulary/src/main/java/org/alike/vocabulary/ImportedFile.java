package org.alike.vocabulary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Makes the file that a function loads as the imported part of its vocabulary: everything that
 * would be slow to find out is in it, and nothing that is quick to compute.
 *
 * <p>The format, numbers of four bytes with the highest first: magic {@code ALVO}, format version,
 * CRC-32 of all that follows the header, digest of our own entries that it was made for, length of
 * the body; then the body, deflated. The body has numbers of variable length (seven bits a byte)
 * and texts of UTF-8 after their length: how many sources, and of each the five texts of {@link
 * Source}; how many kinds, and of each
 *
 * <ol>
 *   <li>its name;
 *   <li>the concepts in the order of their names: ids, their order, ids of ours that are referred
 *       to, which concept is which of ours, flags, parents, codes, names and their marks;
 *   <li>the words of all names in the order of their bytes, and a hash of the stem of each;
 *   <li>the names in the order of their words, each as the places of its words.
 * </ol>
 *
 * <p>The checksum is there for damage, not for attackers: whoever can change the file can change
 * the code. Hashes, postings and bit sets are computed while loading, which is quicker than reading
 * them. A change of {@link Folded} needs a new {@link #FORMAT}.
 */
public final class ImportedFile {
  static final int MAGIC = 'A' << 24 | 'L' << 16 | 'V' << 8 | 'O';

  /** Also changes with the folding of words, which a file holds the outcome of. */
  static final int FORMAT = 1;

  static final int HEADER = 20;

  private ImportedFile() {}

  /** The terms of one ontology. */
  public record Ontology(Source source, List<ImportedTerm> terms) {
    public Ontology {
      terms = List.copyOf(terms);
    }
  }

  /**
   * The content of the file, made for our own data of this version.
   *
   * @param ontologies the first wins where several have the same thing
   */
  public static byte[] of(List<Ontology> ontologies) {
    return of(ontologies, Vocabulary.entries());
  }

  static byte[] of(List<Ontology> ontologies, Map<Kind, List<Entry>> ours) {
    ByteWriter body = new ByteWriter();
    body.number(ontologies.size());
    ontologies.forEach(ontology -> write(ontology.source, body));
    Map<Kind, List<List<ImportedTerm>>> byKind = byKind(ontologies);
    body.number(byKind.size());
    byKind.forEach(
        (kind, terms) -> {
          Merging merging = new Merging(ours.getOrDefault(kind, List.of()));
          terms.forEach(merging::add);
          body.text(kind.name());
          write(merging.merged(), body);
        });
    return sealed(body.toBytes(), Entry.digest(ours));
  }

  private static Map<Kind, List<List<ImportedTerm>>> byKind(List<Ontology> ontologies) {
    Map<Kind, List<List<ImportedTerm>>> byKind = new EnumMap<>(Kind.class);
    for (Ontology ontology : ontologies) {
      for (Kind kind : Kind.values()) {
        List<ImportedTerm> terms =
            ontology.terms.stream().filter(term -> term.kind() == kind).toList();
        if (!terms.isEmpty()) {
          byKind.computeIfAbsent(kind, any -> new ArrayList<>()).add(terms);
        }
      }
    }
    return byKind;
  }

  private static void write(Source source, ByteWriter out) {
    out.text(source.name());
    out.text(source.version());
    out.text(source.licence());
    out.text(source.file());
    out.text(source.digest());
  }

  private static void write(List<Merged> concepts, ByteWriter out) {
    new ImportedConceptsWriter(concepts).write(out);
    List<String> names =
        concepts.stream()
            .flatMap(concept -> concept.inOrder().stream())
            .map(Merged.Named::text)
            .toList();
    new NameTableWriter(names).write(out);
  }

  private static byte[] sealed(byte[] body, int ours) {
    byte[] deflated = deflated(body);
    CRC32 checksum = new CRC32();
    checksum.update(deflated);
    ByteWriter file = new ByteWriter();
    file.fixed(MAGIC);
    file.fixed(FORMAT);
    file.fixed((int) checksum.getValue());
    file.fixed(ours);
    file.fixed(body.length);
    file.raw(deflated);
    return file.toBytes();
  }

  private static byte[] deflated(byte[] body) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }
}
