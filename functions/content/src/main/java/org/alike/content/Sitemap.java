package org.alike.content;

import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.alike.kernel.Answer;
import org.alike.kernel.Request;

/**
 * Tells search engines which pages there are (sitemaps.org, with the languages of each page as
 * Google reads them), and that they may read them. Thread-safe.
 */
final class Sitemap {
  /** A sitemap may have 50,000 addresses, an answer of a function 6 MB. */
  static final int MOST = 20_000;

  private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:[0-9]+)?");
  private final SiteAddresses addresses;
  private final String api;
  private final List<SitemapSource> sources;

  /**
   * The sitemap of these addresses.
   *
   * @param api the API's own domain, as an origin; empty where it has none
   */
  Sitemap(SiteAddresses addresses, String api, List<SitemapSource> sources) {
    this.addresses = addresses;
    this.api = api;
    this.sources = List.copyOf(sources);
  }

  /** {@code GET /sitemap.xml}. */
  Answer show(Request request) {
    return Conditional.of("application/xml; charset=utf-8").answer(request, xml());
  }

  /** {@code GET /robots.txt}. */
  Answer robots(Request request) {
    String text = "User-agent: *\nAllow: /\n\nSitemap: " + origin(request) + "/sitemap.xml\n";
    return Conditional.of("text/plain; charset=utf-8").answer(request, text);
  }

  /** Where the sitemap is found: at the API's domain, which is the one that was called. */
  private String origin(Request request) {
    String host = request.header("host").orElse("");
    boolean site = host.isEmpty() || addresses.site().endsWith("//" + host);
    if (!api.isEmpty() || site || !HOST.matcher(host).matches()) {
      return api.isEmpty() ? addresses.site() : api;
    }
    return "https://" + host;
  }

  private String xml() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("urlset");
      xml.writeDefaultNamespace(SITEMAP);
      xml.writeNamespace("xhtml", XHTML);
      List<SitemapAddress> addresses =
          sources.stream().flatMap(SitemapSource::addresses).limit(MOST).toList();
      for (SitemapAddress address : addresses) {
        write(xml, address);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }

  private static void write(XMLStreamWriter xml, SitemapAddress address) throws XMLStreamException {
    xml.writeStartElement("url");
    element(xml, "loc", address.address());
    if (address.modified().isPresent()) {
      element(xml, "lastmod", address.modified().get().truncatedTo(ChronoUnit.SECONDS).toString());
    }
    for (Map.Entry<String, String> other : address.alternates().entrySet()) {
      xml.writeEmptyElement("xhtml:link");
      xml.writeAttribute("rel", "alternate");
      xml.writeAttribute("hreflang", other.getKey());
      xml.writeAttribute("href", other.getValue());
    }
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
