package org.alike.vocabulary.ontology;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.alike.vocabulary.ImportedFile;
import org.alike.vocabulary.Kind;

/**
 * Imports ontologies behind the curated vocabulary; see docs/vocabulary.md. Writes the file that
 * functions load, whole or not at all: a file that can't be imported leaves the one from before.
 *
 * <pre>
 * OntologyImport [--to=file] [condition=|symptom=|treatment=]ontology.obo|ontology.json ...
 * </pre>
 */
public final class OntologyImport {
  private static final Path TARGET =
      Path.of("platform/vocabulary/src/main/resources/org/alike/vocabulary/imported.vocabulary");

  private OntologyImport() {}

  public static void main(String[] arguments) {
    if (!run(List.of(arguments), System.out, System.err)) {
      System.exit(1);
    }
  }

  /** Whether it worked; what went wrong is one line. */
  static boolean run(List<String> arguments, PrintStream out, PrintStream err) {
    try {
      importAll(arguments, out);
      return true;
    } catch (BrokenOntology e) {
      err.println("Not imported. " + e.getMessage());
    } catch (NoSuchFileException e) {
      err.println("Not imported. There is no file " + e.getMessage());
    } catch (IOException e) {
      err.println("Not imported. " + e);
    }
    return false;
  }

  private static void importAll(List<String> arguments, PrintStream out) throws IOException {
    Path target = TARGET;
    List<ImportedFile.Ontology> ontologies = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.startsWith("--to=")) {
        target = Path.of(argument.substring("--to=".length()));
      } else {
        ontologies.add(read(argument));
      }
    }
    if (ontologies.isEmpty()) {
      throw new BrokenOntology("Name the files to import: doid.obo, mondo.json, hp.obo");
    }
    byte[] file = ImportedFile.of(ontologies);
    write(file, target);
    ontologies.forEach(ontology -> report(ontology, out));
    out.printf(Locale.ROOT, "%s: %,d bytes%n", target, file.length);
  }

  private static ImportedFile.Ontology read(String argument) throws IOException {
    for (Kind kind : Kind.values()) {
      String prefix = kind.name().toLowerCase(Locale.ROOT) + "=";
      if (argument.startsWith(prefix)) {
        return OntologyReader.read(Path.of(argument.substring(prefix.length())), Optional.of(kind));
      }
    }
    return OntologyReader.read(Path.of(argument), Optional.empty());
  }

  /** Beside its place first, so that nobody ever sees half a file. */
  private static void write(byte[] file, Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new BrokenOntology(target + " is no file");
    }
    Files.createDirectories(folder);
    Path written = folder.resolve(target.getFileName() + ".part");
    try {
      Files.write(written, file);
      Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private static void report(ImportedFile.Ontology ontology, PrintStream out) {
    int names = ontology.terms().stream().mapToInt(term -> 1 + term.synonyms().size()).sum();
    out.printf(
        Locale.ROOT,
        "%s %s (%s): %,d terms, %,d names%n",
        ontology.source().name(),
        ontology.source().version(),
        ontology.source().licence(),
        ontology.terms().size(),
        names);
  }
}
