package org.alike.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepresentationTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  /** The table of an established form service, and what browsers say about themselves. */
  @ParameterizedTest
  @CsvSource({
    FORM + ", '', '', '', PAGE",
    FORM + ", */*, '', '', PAGE",
    FORM + ", 'text/html,application/json', '', '', PAGE",
    FORM + ", 'application/json,text/html', '', '', JSON",
    FORM + ", application/json, '', '', JSON",
    FORM + ", 'text/html,*/*', XMLHttpRequest, '', JSON",
    FORM + ", */*, '', empty, JSON",
    FORM + ", 'text/html,*/*', '', document, PAGE",
    "'multipart/form-data; boundary=x', '', '', '', PAGE",
    "'multipart/form-data; boundary=x', application/json, '', '', JSON",
    "application/json, '', '', '', JSON",
    "application/json, */*, '', '', JSON",
    "application/json, 'text/html,application/json', '', '', PAGE",
    "'', '', '', '', JSON",
    "'', */*, '', '', JSON",
    "'', 'text/html,*/*', '', '', PAGE",
  })
  void wantedBy_followsTheTable(
      String type, String accept, String with, String destination, Representation expected) {
    Map<String, Object> headers =
        Map.of(
            "Content-Type", type,
            "Accept", accept,
            "X-Requested-With", with,
            "Sec-Fetch-Dest", destination);

    Request request = Request.of(Map.of("headers", headers), Instant.EPOCH);

    assertThat(Representation.wantedBy(request)).isEqualTo(expected);
  }
}
