package org.alike.forms;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The network that an address belongs to, as far as one household goes: the first 24 bits of an
 * IPv4 address, the first 64 of an IPv6 one. Pure.
 */
final class Network {
  private Network() {}

  /** Empty when the text is no IP address; names are never looked up. */
  static String of(String address) {
    boolean literal =
        !address.isEmpty()
            && address.chars().allMatch(c -> c == '.' || c == ':' || Character.digit(c, 16) >= 0)
            && (address.indexOf(':') >= 0
                || Character.isDigit(address.charAt(address.length() - 1)));
    if (!literal) {
      return "";
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return HexFormat.of().formatHex(Arrays.copyOf(bytes, bytes.length == 4 ? 3 : 8));
    } catch (UnknownHostException notAnAddress) {
      return "";
    }
  }
}
