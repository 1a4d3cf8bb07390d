package org.alike.forms;

/** Where files lie: those that wait apart from those that submissions have. Pure. */
final class FileKeys {
  private FileKeys() {}

  static String waiting(String upload) {
    return "waiting/" + upload;
  }

  static String kept(String form, String submission, String file) {
    return "kept/" + form + "/" + submission + "/" + file;
  }
}
