package org.alike.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The addresses of the start page, every condition in every language, and the site's own pages. */
final class PageAddresses implements SitemapSource {
  private final PageStore store;
  private final Catalogue catalogue;
  private final SiteAddresses addresses;

  PageAddresses(PageStore store, Catalogue catalogue, SiteAddresses addresses) {
    this.store = store;
    this.catalogue = catalogue;
    this.addresses = addresses;
  }

  @Override
  public Stream<SitemapAddress> addresses() {
    List<Entry> site = store.list(PageKind.PAGE, Integer.MAX_VALUE, null).entries();
    return Stream.of(
            Stream.of(SitemapAddress.of(addresses.home(), Optional.empty())),
            catalogue.entries().stream().flatMap(this::condition),
            site.stream().map(this::sitePage))
        .flatMap(part -> part);
  }

  /** Each language is a page of its own, which names all the others. */
  private Stream<SitemapAddress> condition(Entry entry) {
    Map<String, String> alternates = new LinkedHashMap<>();
    for (String lang : entry.titles().keySet()) {
      alternates.put(lang, addresses.condition(entry.slug(), lang));
    }
    Map<String, String> told = alternates.size() > 1 ? alternates : Map.of();
    return alternates.values().stream()
        .map(address -> new SitemapAddress(address, Optional.of(entry.published()), told));
  }

  private SitemapAddress sitePage(Entry entry) {
    return SitemapAddress.of(addresses.sitePage(entry.slug()), Optional.of(entry.published()));
  }
}
