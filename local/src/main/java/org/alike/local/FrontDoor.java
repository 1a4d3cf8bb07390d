package org.alike.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Who answers a request: the local stack's own pages, the site, or the API. */
final class FrontDoor {
  private final Gateway gateway;
  private final LocalPages pages;
  private final @Nullable SitePages site;

  FrontDoor(Gateway gateway, LocalPages pages, @Nullable Path site) {
    this.gateway = gateway;
    this.pages = pages;
    this.site = site == null ? null : new SitePages(site);
  }

  Reply answer(Incoming request) {
    String path = request.path();
    if (path.equals(LocalPages.PATH) || path.startsWith(LocalPages.PATH + "/")) {
      return local(request);
    }
    Reply page = site == null ? null : site.find(request);
    return page == null ? gateway.answer(request) : page;
  }

  private Reply local(Incoming request) {
    try {
      return pages.answer(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.message(503, "Service Unavailable");
    }
  }
}
