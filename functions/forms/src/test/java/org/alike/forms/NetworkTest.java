package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, c00002",
    "192.0.2.254, c00002",
    "2001:db8:1:2:3:4:5:6, 20010db800010002",
    "2001:db8:1:2::9, 20010db800010002",
    "::ffff:192.0.2.1, c00002",
    "'', ''",
    "example.org, ''",
    "dead.beef, ''",
    "999.1.2.3, ''"
  })
  void of_findsTheHousehold(String address, String network) {
    assertThat(Network.of(address)).isEqualTo(network);
  }
}
