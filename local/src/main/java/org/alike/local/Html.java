package org.alike.local;

/** Small pieces of HTML for the local stack's own pages. */
final class Html {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
      body { max-width: 68rem; margin: 0 auto; padding: 1rem }
      a { color: inherit } h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-top: 2rem }
      table { border-collapse: collapse; width: 100% } td, th { text-align: left; padding: .2rem .6rem .2rem 0;
      vertical-align: top; border-bottom: 1px solid #8884 } pre { white-space: pre-wrap; margin: 0 }
      .way { border-left: 3px solid #2a7f8e; padding: .1rem 0 .3rem .8rem; margin: 1rem 0 }
      .step { display: flex; flex-wrap: wrap; gap: .1rem .4rem; align-items: baseline }
      .step + .step { margin-left: 1.5rem } .node { border: 1px solid #8886; border-radius: .4rem; padding: 0 .4rem }
      .function { background: #2a7f8e22 } .table { background: #c9882222 } .bus { background: #7a4fb022 }
      .muted { opacity: .7; font-size: .85rem } .failed { color: #c22 }
      input, button { font: inherit; padding: .4rem .6rem } article { border-bottom: 1px solid #8884; padding: 1rem 0 }
      """;

  private Html() {}

  static String page(String title, String body) {
    return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
        + escape(title)
        + "</title><style>"
        + STYLE
        + "</style></head><body><main><h1>"
        + escape(title)
        + "</h1>"
        + body
        + "</main></body></html>";
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static String link(String address, String text) {
    return "<a href=\"" + escape(address) + "\">" + escape(text) + "</a>";
  }

  /** Escaped text with its web addresses made into links. */
  static String linked(String text) {
    return escape(text).replaceAll("(https?://[^\\s<&]+)", "<a href=\"$1\">$1</a>");
  }
}
