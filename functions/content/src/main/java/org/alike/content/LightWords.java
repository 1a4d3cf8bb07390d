package org.alike.content;

import java.util.Locale;
import java.util.Set;

/** Words that searches are built of, but that tell nothing about what is looked for. */
final class LightWords {
  private static final Set<String> ENGLISH =
      words(
          "a an the and or but if of to in on at for with from by as is are was were be been being"
              + " am do does did done doing i im i'm ive i've id i'd me my mine you your he his she"
              + " her it its it's we our they them their this that these those there here have has"
              + " had having can cant can't cannot could couldnt couldn't should would will wont"
              + " won't dont don't doesnt doesn't didnt didn't not no get gets got getting feel feels"
              + " feeling felt keep keeps keeping like what whats what's why how when where who which"
              + " so very really just much many more most some any all always never often sometimes"
              + " bad badly worse help please need want make makes go goes going gone take taking"
              + " about after before during than then too also up down out off over under because"
              + " while until again still thing things way ways lot lots bit kind sort good best");

  private static final Set<String> SPANISH =
      words("tengo tiene tienes tener siento siente sentir puedo puede poder no me mi mis por qué");

  private LightWords() {}

  /** Whether this word, as typed, is one. */
  static boolean has(String word) {
    String plain = SearchLanguage.straight(word).toLowerCase(Locale.ROOT);
    return ENGLISH.contains(plain) || SPANISH.contains(plain);
  }

  private static Set<String> words(String list) {
    return Set.of(list.split(" ", -1));
  }
}
