package org.alike.content;

/**
 * Where people read pages on the website.
 *
 * @param site its origin, without a slash at the end
 */
record SiteAddresses(String site) {
  String home() {
    return site + "/";
  }

  String condition(String slug) {
    return site + "/condition.html?c=" + slug;
  }

  /** A condition's page in one of its languages; English needs no saying. */
  String condition(String slug, String lang) {
    return lang.equals(Reading.ENGLISH) ? condition(slug) : condition(slug) + "&lang=" + lang;
  }

  String thread(String id) {
    return site + "/thread.html?t=" + id;
  }

  String sitePage(String slug) {
    return site + "/page.html?p=" + slug;
  }
}
