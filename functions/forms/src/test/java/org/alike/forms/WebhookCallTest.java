package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One call of a webhook, of servers that behave and of servers that don't. */
class WebhookCallTest {
  private static final SSLSocketFactory USUAL = (SSLSocketFactory) SSLSocketFactory.getDefault();
  private static final WebhookMessage MESSAGE =
      new WebhookMessage(Map.of("webhook-id", "msg_1"), "{\"a\":\"\u00E4\"}");
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();

  /** What a server does with a connection. */
  private interface Behaviour {
    void with(Socket socket) throws IOException;
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private ServerSocket server(Behaviour behaviour) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(() -> serve(server, behaviour));
    return server;
  }

  private void serve(ServerSocket server, Behaviour behaviour) {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.incrementAndGet();
        threads.execute(() -> behave(socket, behaviour));
      }
    } catch (IOException closed) {
      assertThat(server.isClosed()).isTrue();
    }
  }

  private static void behave(Socket socket, Behaviour behaviour) {
    try {
      behaviour.with(socket);
    } catch (IOException gone) {
      assertThat(socket).isNotNull();
    }
  }

  private static InetAddress[] loopback(String host) {
    return new InetAddress[] {InetAddress.getLoopbackAddress()};
  }

  private static WebhookUrl url(String text) {
    return WebhookUrl.parse(text, true).orElseThrow();
  }

  private Attempt call(int port, Duration patience) {
    WebhookUrl url = url("http://127.0.0.1:" + port + "/hook");
    SafeAddresses addresses = new SafeAddresses(WebhookCallTest::loopback, true);
    return new WebhookCall(url, MESSAGE, addresses, USUAL, patience).call();
  }

  private Attempt answered(String answer) throws IOException {
    try (ServerSocket server =
        server(
            socket -> {
              socket.getInputStream().read();
              socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
              socket.getOutputStream().flush();
            })) {
      return call(server.getLocalPort(), Duration.ofSeconds(5));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, DELIVERED", "204, DELIVERED", "299, DELIVERED", "300, LATER", "301, LATER", "307, LATER",
    "400, LATER", "404, LATER", "429, LATER", "500, LATER", "410, NEVER", "999, LATER"
  })
  void status_decides(int status, Attempt.Verdict verdict) throws IOException {
    assertThat(answered("HTTP/1.1 " + status + " Whatever\r\nlocation: /x\r\n\r\n"))
        .isEqualTo(new Attempt(verdict, Integer.toString(status)));
    assertThat(connections).hasValue(1);
  }

  @Test
  void earlyAnswers_areWaitedThrough() throws IOException {
    String early = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n";

    assertThat(answered(early + "HTTP/1.1 202\n\n")).isEqualTo(Attempt.delivered("202"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n",
        "SSH-2.0-OpenSSH\r\n",
        "HTTP/2 200\r\n",
        "x",
        "HTTP/1.1 20x OK\r\n",
        "HTTP/1.1  200\r\n",
        "HTTP/1.1 20\r\n",
        "220 mail.example ESMTP\r\n"
      })
  void whatIsNotHttp_isAFailure_andNotQuoted(String answer) throws IOException {
    try (ServerSocket server =
        server(
            socket -> {
              socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
              socket.shutdownOutput();
            })) {
      assertThat(call(server.getLocalPort(), Duration.ofSeconds(5)))
          .isEqualTo(Attempt.later("connection"));
    }
  }

  @Test
  void endlessHead_isNotReadToItsEnd() throws IOException {
    try (ServerSocket server =
        server(
            socket -> {
              byte[] block = "x".repeat(1024).getBytes(StandardCharsets.US_ASCII);
              while (true) {
                socket.getOutputStream().write(block);
              }
            })) {
      assertThat(call(server.getLocalPort(), Duration.ofSeconds(5)))
          .isEqualTo(Attempt.later("connection"));
    }
  }

  @Test
  void silence_endsInTime() throws IOException {
    try (ServerSocket server = server(socket -> socket.getInputStream().readAllBytes())) {
      assertThat(call(server.getLocalPort(), Duration.ofMillis(200)))
          .isEqualTo(Attempt.later("timeout"));
    }
  }

  /** Each byte comes in time, the whole never. */
  @Test
  void drip_endsInTime() throws IOException {
    try (ServerSocket server =
        server(
            socket -> {
              while (true) {
                socket.getOutputStream().write('H');
                socket.getOutputStream().flush();
                pause();
              }
            })) {
      assertThat(courier(server.getLocalPort())).isEqualTo(Attempt.later("timeout"));
    }
  }

  /** Whoever doesn't read what we write keeps nobody either. */
  @Test
  void fullPipe_endsInTime() throws IOException {
    // Held, or collecting garbage would close it.
    Queue<Socket> held = new ConcurrentLinkedQueue<>();
    try (ServerSocket server = server(held::add)) {
      assertThat(courier(server.getLocalPort())).isEqualTo(Attempt.later("timeout"));
      assertThat(held).hasSize(1);
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(20);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /** With a body that no buffer holds. */
  private Attempt courier(int port) {
    Webhook hook = Webhook.fresh("http://127.0.0.1:" + port + "/", true, new SecureRandom());
    DeliveryHouse house = new DeliveryHouse();
    DeliverySettings settings =
        new DeliverySettings("x", List.of(), Optional.empty(), List.of(hook), 1);
    Submission submission =
        new Submission(
            "01a2077a-c8cc-7e9f-96d1-57eaddcc00ca",
            "x",
            Purpose.INBOX,
            Submission.Status.RECEIVED,
            List.of(),
            List.of(new Submission.Value("a", "x".repeat(20_000_000))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            house.clock.instant(),
            house.clock.instant(),
            List.of());
    FormDefinition form =
        FormDefinitions.of(FormStore.NONE, house.clock).find("contact").orElseThrow();
    return new WebhookCourier(
            new SafeAddresses(WebhookCallTest::loopback, true),
            USUAL,
            true,
            Duration.ofMillis(300),
            threads,
            house.clock)
        .begin(
            new DeliveryJob(
                new Deliverable(submission, Stage.RECEIVED),
                form,
                settings,
                Part.fresh("hook-" + hook.id(), house.clock.instant())))
        .get();
  }

  @Test
  void privateAddress_isNeverConnectedTo() throws IOException {
    try (ServerSocket server = server(socket -> socket.close())) {
      String text = "https://rebound.example.org:" + server.getLocalPort() + "/";
      for (String address : List.of("127.0.0.1", "169.254.169.254", "10.0.0.1", "::1")) {
        SafeAddresses addresses =
            new SafeAddresses(host -> new InetAddress[] {InetAddress.getByName(address)}, false);
        WebhookCall call =
            new WebhookCall(url(text), MESSAGE, addresses, USUAL, Duration.ofSeconds(5));
        assertThat(call.call()).isEqualTo(Attempt.never("address"));
      }
      assertThat(connections).hasValue(0);
    }
  }

  /** A name that leads elsewhere a moment later: it is looked up once, and that is where we go. */
  @Test
  void name_isLookedUpOnce_andItsAddressIsTheOneConnectedTo() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (ServerSocket server =
        server(
            socket -> {
              socket.getInputStream().read();
              socket
                  .getOutputStream()
                  .write("HTTP/1.1 200\r\n".getBytes(StandardCharsets.US_ASCII));
            })) {
      SafeAddresses addresses =
          new SafeAddresses(
              host ->
                  asked.getAndIncrement() == 0
                      ? loopback(host)
                      : new InetAddress[] {InetAddress.getByName("10.0.0.1")},
              true);
      WebhookUrl url = url("http://localhost:" + server.getLocalPort() + "/");
      Attempt attempt =
          new WebhookCall(url, MESSAGE, addresses, USUAL, Duration.ofSeconds(5)).call();

      assertThat(attempt).isEqualTo(Attempt.delivered("200"));
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void unknownName_mayBeKnownLater() {
    SafeAddresses nowhere =
        new SafeAddresses(
            host -> {
              throw new UnknownHostException(host);
            },
            false);
    WebhookUrl url = url("https://nowhere.example.org/");

    assertThat(new WebhookCall(url, MESSAGE, nowhere, USUAL, Duration.ofSeconds(5)).call())
        .isEqualTo(Attempt.later("unknown-host"));
  }

  @Test
  void refusedConnection_mayBeTakenLater() throws IOException {
    ServerSocket server = server(Socket::close);
    server.close();

    assertThat(call(server.getLocalPort(), Duration.ofSeconds(5)))
        .isEqualTo(Attempt.later("connection"));
  }

  @ParameterizedTest
  @CsvSource({"hooks.example.org, DELIVERED", "other.example.org, LATER"})
  void certificate_isCheckedAgainstTheName_thoughTheAddressIsConnectedTo(
      String host, Attempt.Verdict verdict, @TempDir Path folder) throws Exception {
    KeyStore keys = keys("hooks.example.org", folder);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
    StringBuilder got = new StringBuilder();
    server.createContext(
        "/",
        exchange -> {
          try (InputStream in = exchange.getRequestBody();
              OutputStream out = exchange.getResponseBody()) {
            got.append(exchange.getRequestHeaders().getFirst("host")).append(' ');
            got.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, 0);
            out.flush();
          }
        });
    server.start();
    int port = server.getAddress().getPort();
    Attempt attempt =
        new WebhookCall(
                url("https://" + host + ":" + port + "/hook"),
                MESSAGE,
                new SafeAddresses(WebhookCallTest::loopback, true),
                context(keys).getSocketFactory(),
                Duration.ofSeconds(5))
            .call();
    Attempt untrusting =
        new WebhookCall(
                url("https://" + host + ":" + port + "/hook"),
                MESSAGE,
                new SafeAddresses(WebhookCallTest::loopback, true),
                USUAL,
                Duration.ofSeconds(5))
            .call();
    server.stop(0);

    assertThat(attempt.verdict()).isEqualTo(verdict);
    assertThat(attempt.result()).isIn("200", "tls");
    assertThat(untrusting).isEqualTo(Attempt.later("tls"));
    boolean delivered = verdict == Attempt.Verdict.DELIVERED;
    assertThat(got.toString()).isEqualTo(delivered ? host + ":" + port + " " + MESSAGE.body() : "");
  }

  /** A certificate of our own making, which the context trusts. */
  private static KeyStore keys(String host, Path folder) throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "hook",
                "-dname",
                "CN=test",
                "-ext",
                "san=dns:" + host,
                "-storetype",
                "PKCS12",
                "-storepass",
                "secret",
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.txt").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, "secret".toCharArray());
    }
    return keys;
  }

  private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try {
      trusted.load(null, null);
    } catch (IOException impossible) {
      throw new GeneralSecurityException(impossible);
    }
    trusted.setCertificateEntry("hook", keys.getCertificate("hook"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, "secret".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
