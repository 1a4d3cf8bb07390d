package org.alike.forms;

/** Hears of what is wrong with a form's definition. */
@FunctionalInterface
interface Complaints {
  /**
   * Notes one broken rule.
   *
   * @param pointer where in the definition, without the slash in front
   */
  void note(String pointer, String code, String message);
}
