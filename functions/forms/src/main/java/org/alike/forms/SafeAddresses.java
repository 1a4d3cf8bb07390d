package org.alike.forms;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Finds the address that a host's name leads to, and refuses every one that is not on the public
 * internet: an owner's webhook must not reach what only we can reach. Whoever asks connects to the
 * very address they got, so that a name which leads elsewhere a moment later changes nothing.
 * Thread-safe.
 */
final class SafeAddresses {
  /** How a name becomes addresses. */
  @FunctionalInterface
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /** A name leads where we don't go. */
  static final class Unsafe extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** Networks by their first bits: special-purpose registry of IANA, and what is multicast. */
  private static final List<Block> REFUSED_V4 =
      List.of(
          Block.of(8, 0), // this network
          Block.of(8, 10), // private
          Block.of(10, 100, 64), // shared, of carriers
          Block.of(8, 127), // loopback
          Block.of(16, 169, 254), // link-local, and where clouds keep their metadata
          Block.of(12, 172, 16), // private
          Block.of(24, 192, 0, 0), // protocol assignments
          Block.of(24, 192, 0, 2), // documentation
          Block.of(24, 192, 88, 99), // relays from IPv6
          Block.of(16, 192, 168), // private
          Block.of(15, 198, 18), // benchmarks
          Block.of(24, 198, 51, 100), // documentation
          Block.of(24, 203, 0, 113), // documentation
          Block.of(4, 224), // multicast
          Block.of(4, 240)); // reserved, and broadcast

  private static final Block PUBLIC_V6 = Block.of(3, 0x20);

  /** What of the public block leads back into IPv4, or nowhere. */
  private static final List<Block> REFUSED_V6 =
      List.of(
          Block.of(23, 0x20, 0x01, 0x00), // protocol assignments, Teredo, ORCHID
          Block.of(32, 0x20, 0x01, 0x0d, 0xb8), // documentation
          Block.of(16, 0x20, 0x02), // 6to4
          Block.of(20, 0x3f, 0xff, 0x00)); // documentation

  private final Resolver resolver;
  private final boolean loopback;

  /**
   * Addresses of this resolver.
   *
   * @param loopback whether this very machine may be called, too
   */
  SafeAddresses(Resolver resolver, boolean loopback) {
    this.resolver = resolver;
    this.loopback = loopback;
  }

  /**
   * The address to connect to. One that is refused among several makes all of them suspect.
   *
   * @throws Unsafe when there is one that is not public
   */
  InetAddress of(String host) throws UnknownHostException, Unsafe {
    InetAddress[] all = resolver.resolve(host);
    if (all.length == 0) {
      throw new UnknownHostException();
    }
    for (InetAddress address : all) {
      if (!isPublic(address) && !(loopback && address.isLoopbackAddress())) {
        throw new Unsafe();
      }
    }
    return all[0];
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address
        ? PUBLIC_V6.has(bytes) && REFUSED_V6.stream().noneMatch(block -> block.has(bytes))
        : REFUSED_V4.stream().noneMatch(block -> block.has(bytes));
  }

  /** All addresses that begin with the same bits; bytes that are not given are zero. */
  private static final class Block {
    private final int bits;
    private final int[] first;

    private Block(int bits, int[] first) {
      this.bits = bits;
      this.first = first;
    }

    static Block of(int bits, int... first) {
      return new Block(bits, first);
    }

    boolean has(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int wanted = bit / 8 < first.length ? first[bit / 8] : 0;
        if ((((wanted ^ address[bit / 8]) >> (7 - bit % 8)) & 1) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
