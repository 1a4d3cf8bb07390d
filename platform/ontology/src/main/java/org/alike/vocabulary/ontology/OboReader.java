package org.alike.vocabulary.ontology;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an ontology in OBO format 1.2 or 1.4, line by line: of its terms what a vocabulary needs,
 * the rest of a line that it doesn't need is skipped. A line that breaks the format fails with its
 * number. Not thread-safe.
 */
final class OboReader {
  private final String file;
  private final List<OntologyFile.Term> terms = new ArrayList<>();
  private String version = "";
  private String licence = "";
  private String title = "";
  private int line;
  private @Nullable Stanza stanza;
  private boolean inHeader = true;

  private OboReader(String file) {
    this.file = file;
  }

  /** A stanza while it is being read. */
  private static final class Stanza {
    final int line;
    String id = "";
    String name = "";
    boolean obsolete;
    final List<OntologyFile.Synonym> synonyms = new ArrayList<>();
    final List<String> parents = new ArrayList<>();
    final List<String> codes = new ArrayList<>();

    Stanza(int line) {
      this.line = line;
    }

    OntologyFile.Term term() {
      return new OntologyFile.Term(id, name, synonyms, parents, codes, obsolete, "line " + line);
    }
  }

  /**
   * @throws BrokenOntology if the file breaks the format
   */
  static OntologyFile read(Path path) throws IOException {
    OboReader reader = new OboReader(path.getFileName().toString());
    try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        reader.line++;
        reader.line(text.strip());
      }
    } catch (CharacterCodingException e) {
      throw reader.broken("isn't written in UTF-8 from here on");
    }
    reader.endStanza();
    return new OntologyFile(reader.version, reader.licence, reader.title, reader.terms);
  }

  private void line(String text) {
    if (text.isEmpty() || text.charAt(0) == '!') {
      return;
    }
    if (text.charAt(0) == '[') {
      endStanza();
      inHeader = false;
      stanza = text.equals("[Term]") ? new Stanza(line) : null;
      if (text.charAt(text.length() - 1) != ']') {
        throw broken("has a stanza without its closing bracket");
      }
      return;
    }
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw broken("is no \"tag: value\"");
    }
    String value = text.substring(colon + 1).strip();
    if (stanza != null) {
      tag(stanza, text.substring(0, colon), value);
    } else if (inHeader) {
      header(text.substring(0, colon), value);
    }
  }

  private void header(String tag, String value) {
    if (tag.equals("data-version")) {
      version = value;
    } else if (tag.equals("property_value")) {
      OboValue property = new OboValue(value);
      String name = property.word();
      if (name.endsWith("license")) {
        licence = property.textOrWord();
      } else if (name.endsWith("title")) {
        title = property.textOrWord();
      }
    }
  }

  private void tag(Stanza term, String tag, String value) {
    switch (tag) {
      case "id" -> term.id = new OboValue(value).word();
      case "name" -> term.name = OboValue.unescaped(value);
      case "is_obsolete" -> term.obsolete = value.startsWith("true");
      case "is_a" -> term.parents.add(required(new OboValue(value).word(), tag));
      case "xref" -> xref(term, value);
      case "synonym" -> term.synonyms.add(synonym(value));
      default -> {
        // definitions, subsets, relations and so on say nothing about names
      }
    }
  }

  /** Leaves out what the ontology says is only near. */
  private static void xref(Stanza term, String value) {
    boolean near =
        value.contains("relatedTo") || value.contains("Broader") || value.contains("Narrower");
    if (!near) {
      term.codes.add(new OboValue(value).word());
    }
  }

  private OntologyFile.Synonym synonym(String value) {
    OboValue rest = new OboValue(value);
    String text = rest.text();
    if (text == null) {
      throw broken("has a synonym without its quotation marks");
    }
    String scope = rest.word();
    String type = rest.word();
    return new OntologyFile.Synonym(text, scope, type.startsWith("[") ? "" : type);
  }

  private String required(String value, String tag) {
    if (value.isEmpty()) {
      throw broken("has an empty " + tag);
    }
    return value;
  }

  private void endStanza() {
    if (stanza == null) {
      return;
    }
    if (stanza.id.isEmpty()) {
      throw new BrokenOntology(file + ", line " + stanza.line + ": a term without an id");
    }
    terms.add(stanza.term());
    stanza = null;
  }

  private BrokenOntology broken(String what) {
    return new BrokenOntology(file + ", line " + line + ": " + what);
  }
}
