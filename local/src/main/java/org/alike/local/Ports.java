package org.alike.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out about TCP ports before a server is asked to listen there. */
final class Ports {
  private Ports() {}

  /**
   * The wanted port, or any free one for 0.
   *
   * @throws StartProblem when somebody else listens there
   */
  static int free(int wanted, String purpose) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StartProblem(
          "Port "
              + wanted
              + " ("
              + purpose
              + ") is taken: stop what runs there, or choose another"
              + " with "
              + property(purpose),
          e);
    }
  }

  private static String property(String purpose) {
    return switch (purpose) {
      case "DynamoDB" -> "-Dalike.dynamodb.port=8001";
      case "AWS services" -> "-Dalike.aws.port=3002";
      default -> "-Dalike.port=3010";
    };
  }
}
