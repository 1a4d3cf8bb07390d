package org.alike.vocabulary.ontology;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Makes up an ontology of the size and shape of Mondo: names of two to six words with a vocabulary
 * of roots and endings as medicine has, numbered types, genes, eponyms, abbreviations, about three
 * synonyms a term, one or two parents, cross-references. The same seed makes the same text.
 */
final class SyntheticOntology {
  private static final String[] PLACES =
      ("cardi nephr hepat neur derm oste myel gastr enter pulmon encephal angi arthr chondr lymph "
              + "hem thyr pancreat ophthalm retin kerat mening spondyl my rhin laryng trache bronch "
              + "splen cyst ureth prostat orchi oophor metr salping mast colp proct col ile duoden "
              + "esophag stomat gloss dent gingiv cheil blephar dacry phak irid choroid ot tympan")
          .split(" ");
  private static final String[] ENDINGS =
      ("itis osis oma opathy algia ectasia malacia megaly penia plasia plegia ptosis rrhea sclerosis "
              + "stenosis trophy uria emia dystrophy dysplasia atresia hypoplasia aplasia")
          .split(" ");
  private static final String[] WORDS =
      ("congenital familial hereditary chronic acute juvenile infantile adult early late onset "
              + "autosomal dominant recessive linked severe benign malignant primary secondary type "
              + "with without deficiency syndrome disease disorder atrophy degeneration syndromic "
              + "isolated idiopathic progressive episodic cortical cerebellar spinal peripheral skin "
              + "heart kidney liver muscle bone joint blood nerve brain eye ear tooth hair nail lung")
          .split(" ");
  private static final String[] SYLLABLES =
      "ba der gu hol kin lan mer nov pet ro sen tal ur vin wel zim sche mann son berg".split(" ");

  private final Random random;
  private final Set<String> used = new HashSet<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> eponyms = new ArrayList<>();
  private final List<String> genes = new ArrayList<>();

  SyntheticOntology(long seed) {
    random = new Random(seed);
    for (int i = 0; i < 6000; i++) {
      String eponym =
          pick(SYLLABLES) + pick(SYLLABLES) + (random.nextBoolean() ? pick(SYLLABLES) : "");
      eponyms.add(Character.toUpperCase(eponym.charAt(0)) + eponym.substring(1));
      genes.add(letters(3 + random.nextInt(2)) + random.nextInt(30));
    }
  }

  /** Writes so many terms as OBO; one without a parent, the others below earlier ones. */
  void write(Path file, int terms, int namesATerm) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("format-version: 1.2\ndata-version: synthetic\nontology: mondo\n");
      for (int i = 1; i <= terms; i++) {
        out.write("\n[Term]\nid: " + id(i) + "\nname: " + name() + "\n");
        out.write("def: \"" + name() + " of " + name() + ".\" [PMID:" + i + "]\n");
        for (int other = 1; other < namesATerm; other++) {
          out.write(synonym(other));
        }
        out.write("xref: DOID:" + i + "\nxref: MESH:D" + i + "\nxref: UMLS:C" + i + "\n");
        if (i > 1) {
          out.write("is_a: " + id(1 + random.nextInt(Math.max(1, i / 3))) + " ! above\n");
        }
      }
    }
  }

  private static String id(int number) {
    return String.format("MONDO:%07d", number);
  }

  private String synonym(int other) {
    boolean abbreviation = other == 3 && random.nextInt(3) == 0;
    return abbreviation
        ? "synonym: \"" + letters(2 + random.nextInt(5)) + "\" EXACT ABBREVIATION []\n"
        : "synonym: \"" + name() + "\" " + (random.nextInt(5) == 0 ? "RELATED" : "EXACT") + " []\n";
  }

  /** A name that there was none of before. */
  private String name() {
    String name = compose();
    while (!used.add(name)) {
      name = compose() + " " + pick(genes);
    }
    names.add(name);
    return name;
  }

  private String compose() {
    StringBuilder name = new StringBuilder();
    int words = 1 + random.nextInt(4);
    for (int i = 0; i < words; i++) {
      name.append(pick(WORDS)).append(' ');
    }
    switch (random.nextInt(4)) {
      case 0 -> name.append(pick(eponyms)).append("'s disease");
      case 1 -> name.append("due to ").append(pick(genes)).append(" mutation");
      default -> name.append(pick(PLACES)).append('o').append(pick(PLACES)).append(pick(ENDINGS));
    }
    if (random.nextInt(4) == 0) {
      name.append(" type ").append(1 + random.nextInt(40));
    }
    return name.toString();
  }

  private String letters(int count) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append((char) ('A' + random.nextInt(26)));
    }
    return letters.toString();
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** Every name so far, those of definitions too. */
  List<String> names() {
    return names;
  }
}
