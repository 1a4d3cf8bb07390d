package org.alike.forms;

import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Request;

/** The page by which people go on with a form that they have begun. Thread-safe. */
final class PartialPages {
  private final Links links;
  private final Redirects redirects;
  private final Crisis crisis;

  PartialPages(Links links, Redirects redirects, Crisis crisis) {
    this.links = links;
    this.redirects = redirects;
    this.crisis = crisis;
  }

  Answer show(FormDefinition form, PartialToken token, Partial partial, Request request) {
    Sent sent = partial.sent(form);
    Wording words = Wording.of(request, Controls.of(form, sent).language());
    String path = Links.path(token);
    if (request.query("ask").filter("delete"::equals).isPresent()) {
      return ask(words, path);
    }
    Page page = Page.titled(words, form.title());
    if (request.query("saved").isPresent()) {
      page.news(words.say("partial-saved"));
    }
    crisis.help(request, sent).ifPresent(page::help);
    page.text(words.say("partial-until", words.day(partial.expires())))
        .link(links.absolute(request, path), links.absolute(request, path))
        .text(words.say("partial-secret"));
    PageForm inputs = new PageForm("/f/" + form.form());
    new Inputs(form, sent.content(), Map.of(), field -> false, words).addTo(inputs);
    sent.controls().forEach(entry -> inputs.hidden(entry.name(), entry.value()));
    inputs
        .hidden(Controls.PARTIAL, token.text())
        .hidden(Posted.VERSION, partial.tag())
        .button(words.say("partial-send"))
        .button(words.say("partial-save"), Controls.SAVE, "1", true);
    return page.form(inputs, redirects.origins(form.redirects()))
        .link(path + "?ask=delete", words.say("partial-delete"))
        .answer(200);
  }

  Answer deleted(Request request) {
    Wording words = Wording.of(request, Optional.empty());
    return Page.titled(words, words.say("partial-deleted"))
        .link(redirects.home(), words.say("home"))
        .answer(200);
  }

  private static Answer ask(Wording words, String path) {
    PageForm yes =
        new PageForm(path).button(words.say("partial-delete-yes"), Posted.METHOD, "DELETE", false);
    return Page.titled(words, words.say("partial-delete-ask"))
        .text(words.say("partial-delete-what"))
        .form(yes, "")
        .link(path, words.say("back"))
        .answer(200);
  }
}
