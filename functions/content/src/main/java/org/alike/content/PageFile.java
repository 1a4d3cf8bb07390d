package org.alike.content;

/**
 * A page as an editor wrote it.
 *
 * @param path where it lies below the folder of pages, e.g. {@code conditions/migraine.md}
 * @param text front matter and Markdown
 */
record PageFile(String path, String text) {
  /** The file's name without folder and ending. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1, path.length() - ".md".length());
  }

  /** The page it belongs to: its name up to the first dot. */
  String slug() {
    int mark = name().indexOf('.');
    return mark < 0 ? name() : name().substring(0, mark);
  }

  /** The folder it lies in, which says what kind of page it is. */
  String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** A mistake in this file, for the editor who made it. */
  PageRejected rejected(String field, String why) {
    return new PageRejected(path + ": " + field + ": " + why);
  }
}
