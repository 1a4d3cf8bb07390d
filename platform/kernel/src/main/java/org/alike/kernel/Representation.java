package org.alike.kernel;

import java.util.Locale;
import java.util.Set;

/** Whom an answer is for: a script that reads JSON, or a person whose browser shows a page. */
public enum Representation {
  /** For scripts. */
  JSON,
  /** For browsers that post a form or follow a link by themselves. */
  PAGE;

  private static final Set<String> FORM_TYPES =
      Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

  /**
   * What this request wants. A script says so by {@code X-Requested-With}, by what browsers add to
   * every fetch ({@code Sec-Fetch-Dest: empty}), or by asking for JSON before HTML. Whoever asks
   * for neither gets JSON, unless they send what only an HTML form sends.
   */
  public static Representation wantedBy(Request request) {
    String accept = request.header("accept").orElse("").toLowerCase(Locale.ROOT);
    int json = accept.indexOf("json");
    int html = accept.indexOf("html");
    if (isScript(request) || (json >= 0 && (html < 0 || json < html))) {
      return JSON;
    }
    return html >= 0 || FORM_TYPES.contains(request.mediaType()) ? PAGE : JSON;
  }

  private static boolean isScript(Request request) {
    return request.header("x-requested-with").filter("XMLHttpRequest"::equals).isPresent()
        || request.header("sec-fetch-dest").filter("empty"::equals).isPresent()
        || request.header("sec-fetch-mode").filter("cors"::equals).isPresent();
  }
}
