package org.alike.vocabulary.ontology;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alike.vocabulary.ImportedFile;
import org.alike.vocabulary.ImportedTerm;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Source;

/** Reads a file, whichever of the two formats it has, into terms of the vocabulary. */
final class OntologyReader {
  private static final Set<String> ABBREVIATIONS =
      Set.of("abbreviation", "acronym", "omo:0003000", "omo:0003012");

  private OntologyReader() {}

  /**
   * @param kind what its terms are; where it is empty, the ontology has to be a known one
   * @throws BrokenOntology if the file can't be imported
   */
  static ImportedFile.Ontology read(Path path, Optional<Kind> kind) throws IOException {
    String file = path.getFileName().toString();
    OntologyFile content = isJson(path) ? OboGraphReader.read(path) : OboReader.read(path);
    String prefix = prefix(file, content.terms());
    Optional<KnownOntology> known = KnownOntology.of(prefix);
    Kind as =
        kind.or(() -> known.map(ontology -> ontology.kind))
            .orElseThrow(
                () -> new BrokenOntology(file + ": say what " + prefix + " has, as kind=" + path));
    Hierarchy hierarchy = new Hierarchy(file, prefix, content.terms());
    Set<String> taken = taken(hierarchy, known);
    List<ImportedTerm> terms =
        hierarchy.terms().stream()
            .filter(term -> taken.contains(term.id()))
            .map(term -> term(as, term, hierarchy, taken))
            .toList();
    return new ImportedFile.Ontology(source(path, content, prefix, known), terms);
  }

  private static boolean isJson(Path path) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
      int c = reader.read();
      while (c >= 0 && Character.isWhitespace(c)) {
        c = reader.read();
      }
      return c == '{';
    }
  }

  /** The prefix of the ids that most terms have: a file may hold terms of others as well. */
  private static String prefix(String file, List<OntologyFile.Term> terms) {
    Map<String, Integer> counts = new HashMap<>();
    for (OntologyFile.Term term : terms) {
      int colon = term.id().indexOf(':');
      if (colon > 0) {
        counts.merge(term.id().substring(0, colon), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElseThrow(() -> new BrokenOntology(file + ": has no terms"));
  }

  private static Set<String> taken(Hierarchy hierarchy, Optional<KnownOntology> known) {
    Set<String> taken = new HashSet<>();
    String top = known.map(ontology -> ontology.top).filter(hierarchy::has).orElse("");
    if (top.isEmpty()) {
      hierarchy.terms().forEach(term -> taken.add(term.id()));
    } else {
      taken.addAll(hierarchy.below(top));
    }
    known.map(ontology -> ontology.leftOut).map(hierarchy::below).ifPresent(taken::removeAll);
    return taken;
  }

  private static ImportedTerm term(
      Kind kind, OntologyFile.Term term, Hierarchy hierarchy, Set<String> taken) {
    return new ImportedTerm(
        kind,
        term.id(),
        term.name().strip(),
        term.synonyms().stream()
            .filter(synonym -> !synonym.text().isBlank() && !isObsolete(synonym))
            .map(OntologyReader::synonym)
            .toList(),
        hierarchy.parents(term).stream().filter(taken::contains).toList(),
        term.codes());
  }

  private static boolean isObsolete(OntologyFile.Synonym synonym) {
    String type = synonym.type().toLowerCase(Locale.ROOT);
    return type.contains("obsolete") || type.contains("deprecated") || type.contains("exclude");
  }

  private static ImportedTerm.Synonym synonym(OntologyFile.Synonym synonym) {
    boolean exact = synonym.scope().equals("EXACT");
    ImportedTerm.Scope scope = exact ? ImportedTerm.Scope.EXACT : ImportedTerm.Scope.RELATED;
    if (exact && synonym.type().contains("layperson")) {
      scope = ImportedTerm.Scope.LAYPERSON;
    }
    boolean abbreviation = ABBREVIATIONS.contains(synonym.type().toLowerCase(Locale.ROOT));
    return new ImportedTerm.Synonym(synonym.text().strip(), scope, abbreviation);
  }

  private static Source source(
      Path path, OntologyFile content, String prefix, Optional<KnownOntology> known)
      throws IOException {
    String title = content.title().isEmpty() ? prefix : content.title();
    String licence = content.licence().isEmpty() ? "not stated" : content.licence();
    return new Source(
        known.map(ontology -> ontology.title).orElse(title),
        content.version(),
        known.map(ontology -> ontology.licence).orElse(licence),
        path.getFileName().toString(),
        digest(path));
  }

  private static String digest(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
