package org.alike.vocabulary;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Code systems have many spellings; this knows those of the data files and of ontologies. */
final class Codes {
  /** How the data files call them, by the prefixes that ontologies use. */
  private static final Map<String, String> SYSTEMS =
      Map.ofEntries(
          Map.entry("DOID", "DOID"),
          Map.entry("MONDO", "MONDO"),
          Map.entry("HP", "HPO"),
          Map.entry("HPO", "HPO"),
          Map.entry("ICD10", "ICD-10"),
          Map.entry("ICD10CM", "ICD-10"),
          Map.entry("ICD10WHO", "ICD-10"),
          Map.entry("ICD-10", "ICD-10"),
          Map.entry("ORDO", "Orphanet"),
          Map.entry("ORPHANET", "Orphanet"),
          Map.entry("MIM", "OMIM"),
          Map.entry("OMIM", "OMIM"),
          Map.entry("MESH", "MeSH"));

  private Codes() {}

  /** What a term is called elsewhere, one code a system, its own id first. */
  static Map<String, String> of(ImportedTerm term) {
    Map<String, String> codes = new LinkedHashMap<>();
    add(term.id(), codes);
    term.codes().forEach(code -> add(code, codes));
    return codes;
  }

  private static void add(String code, Map<String, String> codes) {
    int colon = code.indexOf(':');
    String system =
        colon < 1 ? null : SYSTEMS.get(code.substring(0, colon).toUpperCase(Locale.ROOT));
    if (system != null && code.indexOf('|') < 0 && code.length() > colon + 1) {
      codes.putIfAbsent(system, system.equals("HPO") ? code : code.substring(colon + 1));
    }
  }

  /** One way to write a code of the data files or of an ontology: {@code ICD-10:G12.2}. */
  static String normal(String system, String code) {
    String known = SYSTEMS.getOrDefault(system.toUpperCase(Locale.ROOT), system);
    return known + ":" + code.substring(code.indexOf(':') + 1);
  }

  /** The same for a code as ontologies write it, {@code ICD10CM:G12.2}. */
  static String normal(String code) {
    int colon = code.indexOf(':');
    return colon < 1 ? code : normal(code.substring(0, colon), code);
  }
}
