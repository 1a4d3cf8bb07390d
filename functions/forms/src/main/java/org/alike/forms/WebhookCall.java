package org.alike.forms;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One call of a webhook, by hand: the JDK's clients look a name up by themselves, and so would
 * connect to another address than the one that was checked. The certificate is checked against the
 * name. Of the answer nothing is read but its status, and no redirect is followed. One per call;
 * {@link #abort} may come from another thread.
 */
final class WebhookCall implements Callable<Attempt> {
  private static final int MOST_HEAD = 8 * 1024;
  private static final int GONE = 410;
  private final WebhookUrl url;
  private final WebhookMessage message;
  private final SafeAddresses addresses;
  private final SSLSocketFactory tls;
  private final int millis;
  private volatile @Nullable Socket open;
  private volatile boolean aborted;

  WebhookCall(
      WebhookUrl url,
      WebhookMessage message,
      SafeAddresses addresses,
      SSLSocketFactory tls,
      Duration patience) {
    this.url = url;
    this.message = message;
    this.addresses = addresses;
    this.tls = tls;
    this.millis = (int) patience.toMillis();
  }

  /** Why it failed is told in a word of ours: what an exception says may quote the other side. */
  @Override
  public Attempt call() {
    try {
      return verdict(send(addresses.of(url.host())));
    } catch (SafeAddresses.Unsafe refused) {
      return Attempt.never("address");
    } catch (UnknownHostException unknown) {
      return Attempt.later("unknown-host");
    } catch (SocketTimeoutException slow) {
      return Attempt.later("timeout");
    } catch (SSLException untrusted) {
      return Attempt.later(aborted ? "timeout" : "tls");
    } catch (IOException broken) {
      return Attempt.later(aborted ? "timeout" : "connection");
    }
  }

  /** Ends it, wherever it is. */
  void abort() {
    aborted = true;
    Socket socket = open;
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException broken) {
      open = null; // nothing is left to close
    }
  }

  private static Attempt verdict(int status) {
    String result = Integer.toString(status);
    if (status >= 200 && status < 300) {
      return Attempt.delivered(result);
    }
    return status == GONE ? Attempt.never(result) : Attempt.later(result);
  }

  private int send(InetAddress address) throws IOException {
    try (Socket plain = new Socket(Proxy.NO_PROXY)) {
      open = plain;
      plain.setSoTimeout(millis);
      plain.connect(new InetSocketAddress(address, url.port()), millis);
      if (aborted) {
        throw new SocketTimeoutException();
      }
      return exchange(url.isSecure() ? secured(plain) : plain);
    }
  }

  private Socket secured(Socket plain) throws IOException {
    SSLSocket socket = (SSLSocket) tls.createSocket(plain, url.host(), url.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private int exchange(Socket socket) throws IOException {
    byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
    OutputStream out = socket.getOutputStream();
    out.write(head(body.length).getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
    return status(new BufferedInputStream(socket.getInputStream()));
  }

  private String head(int length) {
    StringBuilder head = new StringBuilder();
    head.append("POST ").append(url.target()).append(" HTTP/1.1\r\n");
    head.append("host: ").append(url.authority()).append("\r\n");
    head.append("user-agent: Alike-Webhooks/1\r\naccept: */*\r\nconnection: close\r\n");
    head.append("content-type: application/json\r\ncontent-length: ").append(length);
    head.append("\r\n");
    message.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    return head.append("\r\n").toString();
  }

  /** The status of the final answer; those that come before it only say to wait. */
  private static int status(InputStream in) throws IOException {
    int left = MOST_HEAD;
    while (true) {
      String line = line(in, left);
      int status = statusOf(line);
      left -= line.length();
      if (status >= 200) {
        return status;
      }
      while (!line.isEmpty()) {
        line = line(in, left);
        left -= line.length() + 1;
      }
    }
  }

  private static int statusOf(String line) throws IOException {
    boolean http = line.length() >= 12 && line.startsWith("HTTP/1.") && line.charAt(8) == ' ';
    String code = http ? line.substring(9, 12) : "";
    if (code.isEmpty() || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IOException("That is not HTTP");
    }
    return Integer.parseInt(code);
  }

  private static String line(InputStream in, int most) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    while (c != '\n') {
      if (c < 0 || line.length() >= most) {
        throw new IOException("That is not HTTP");
      }
      line.append((char) c);
      c = in.read();
    }
    int end = line.length();
    return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
  }
}
