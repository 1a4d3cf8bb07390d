package org.alike.vocabulary;

/** Why words were recognised as a name; the surest first. */
public enum Why {
  /** They are the name; case, accents and punctuation aside. */
  EXACT,
  /** They are a short form such as "MS" or "T2D". */
  SHORT_FORM,
  /** The name in another spelling: British or American, II for 2, spaces left out. */
  SPELLING,
  /** The same said in other words: another order, a plural, small words, a lay way to put it. */
  WORDING,
  /** The name is left when "I have", "severe", "400 mg" or a remark in brackets goes. */
  EXTRA_WORDS,
  /** The name with a slip of the keyboard or the ear. */
  TYPO,
  /** A name that is near, but too far away to be believed: only the person can tell. */
  GUESS
}
