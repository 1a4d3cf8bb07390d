package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeAddressesTest {
  private static InetAddress[] addresses(String... texts) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[texts.length];
    for (int i = 0; i < texts.length; i++) {
      addresses[i] = InetAddress.getByName(texts[i]);
    }
    return addresses;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "169.254.170.2",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.170",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "2130706433",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "100::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2001::1",
        "2001:db8::1",
        "2001:10::1",
        "2001:20::1",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::1",
        "3fff::1",
        "5f00::1"
      })
  void address_isRefused_whenItIsNotPublic(String text) throws UnknownHostException {
    assertThat(SafeAddresses.isPublic(InetAddress.getByName(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.0.0.1",
        "128.0.0.1",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2a00:1450:4001::1",
        "2600::1",
        "2001:4860:4860::8888",
        "2003::1"
      })
  void address_isTaken_whenItIsPublic(String text) throws UnknownHostException {
    assertThat(SafeAddresses.isPublic(InetAddress.getByName(text))).isTrue();
  }

  @Test
  void name_isRefused_whenOnlyOneOfItsAddressesIsNotPublic() throws Exception {
    SafeAddresses mixed = new SafeAddresses(host -> addresses("1.1.1.1", "10.0.0.1"), false);
    SafeAddresses open = new SafeAddresses(host -> addresses("1.1.1.1", "2600::1"), false);

    assertThatThrownBy(() -> mixed.of("example.org")).isInstanceOf(SafeAddresses.Unsafe.class);
    assertThat(open.of("example.org").getHostAddress()).isEqualTo("1.1.1.1");
  }

  @Test
  void loopback_isTaken_onlyWhereItIsAllowed_andNothingElseWithIt() throws Exception {
    SafeAddresses here = new SafeAddresses(host -> addresses("127.0.0.1", "::1"), true);
    SafeAddresses home = new SafeAddresses(host -> addresses("192.168.0.1"), true);

    assertThat(here.of("localhost").isLoopbackAddress()).isTrue();
    assertThatThrownBy(() -> home.of("localhost")).isInstanceOf(SafeAddresses.Unsafe.class);
  }

  @Test
  void mappedAddress_isRefused_whateverItIsMappedTo() throws Exception {
    byte[] mapped = new byte[16];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    mapped[12] = 8;

    assertThat(SafeAddresses.isPublic(Inet6Address.getByAddress("x.org", mapped, 0))).isFalse();
  }

  @Test
  void name_isUnknown_whenItLeadsNowhere() {
    assertThatThrownBy(() -> new SafeAddresses(host -> new InetAddress[0], false).of("x.org"))
        .isInstanceOf(UnknownHostException.class);
  }
}
