package org.alike.discussions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.alike.kernel.Answer;
import org.alike.kernel.Cursors;
import org.alike.kernel.Environment;
import org.alike.kernel.HttpEndpoint;
import org.alike.kernel.Ids;
import org.alike.kernel.Priming;
import org.alike.kernel.Request;
import org.alike.store.DynamoMarkers;
import org.alike.store.DynamoTable;
import org.alike.store.SigningKey;
import org.alike.vocabulary.Vocabulary;

/**
 * Feeds, threads and replies over HTTP.
 *
 * <p>The routes that anyone may call show public threads only; members-only ones are as if they
 * weren't there. The same under {@code /me} shows members both, but for what was written by members
 * they are apart from. Thread-safe.
 */
public final class DiscussionsFunction implements RequestStreamHandler {
  private final HttpEndpoint endpoint;
  private final Feeds feeds;
  private final Threads threads;
  private final AuthorStore authors;
  private final Posting posting;
  private final Views views;
  private final PostedAnswers answers;

  /** For Lambda. */
  public DiscussionsFunction() {
    this(Environment.ofProcess());
  }

  /** With these settings. */
  public DiscussionsFunction(Environment environment) {
    this(environment, Clock.systemUTC());
  }

  private DiscussionsFunction(Environment environment, Clock clock) {
    this(DynamoTable.connect(environment, clock), clock, new SecureRandom());
  }

  private DiscussionsFunction(DynamoTable table, Clock clock, SecureRandom random) {
    this(table, clock, new Ids(clock, random), new SigningKey(table, random));
  }

  /** On this table; the key signs cursors. */
  DiscussionsFunction(DynamoTable table, Clock clock, Ids ids, Supplier<byte[]> key) {
    Communities communities = new Communities(Vocabulary.standard());
    Cursors cursors = new Cursors(key);
    PostStore posts = new DynamoPosts(table);
    authors = new DynamoAuthors(table);
    feeds = new Feeds(new DynamoFeeds(table), communities, cursors, clock);
    threads = new Threads(posts, cursors);
    posting = new Posting(posts, authors, communities, clock, ids);
    views = new Views(communities);
    answers = new PostedAnswers(new DynamoMarkers(table), posts, views);
    endpoint =
        HttpEndpoint.of("DiscussionsFunction", clock)
            .remembering(answers)
            .on("GET /discussions", request -> feed(request, Reader.STRANGER))
            .on("GET /conditions/{slug}/discussions", this::conditionFeed)
            .on("POST /conditions/{slug}/discussions", this::start)
            .on("GET /discussions/{id}", request -> thread(request, Reader.STRANGER))
            .on("GET /discussions/{id}/replies", request -> replies(request, Reader.STRANGER))
            .on("POST /discussions/{id}/replies", this::reply)
            .on("GET /me/discussions", this::memberFeed)
            .on("GET /me/discussions/{id}", request -> thread(request, member(request)))
            .on("GET /me/discussions/{id}/replies", request -> replies(request, member(request)));
    Priming.beforeSnapshot(this::readOnce);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.handle(in, out, context);
  }

  /** The routes this function knows. */
  Iterable<String> routes() {
    return endpoint.routes();
  }

  /** Loads on the way what most requests need: vocabulary, SDK, connection. */
  private void readOnce() {
    feeds.page(
        new Feeds.Wanted(Optional.empty(), Sort.ACTIVE, Reader.STRANGER, Optional.empty(), 1));
  }

  /** Who may read as a member now, whatever their token says. */
  private Reader member(Request request) {
    return authors.profile(request.member()).reading();
  }

  private Answer conditionFeed(Request request) {
    return feed(request, Optional.of(request.path("slug")), Reader.STRANGER);
  }

  private Answer feed(Request request, Reader reader) {
    return feed(request, Optional.empty(), reader);
  }

  private Answer memberFeed(Request request) {
    return feed(request, request.query("condition"), member(request));
  }

  private Answer feed(Request request, Optional<String> condition, Reader reader) {
    Sort sort = Sort.of(request.query("sort"));
    Optional<String> cursor = request.query("cursor");
    return Answer.ok(
        views.feed(feeds.page(new Feeds.Wanted(condition, sort, reader, cursor, request.limit()))));
  }

  private Answer thread(Request request, Reader reader) {
    return Answer.ok(views.thread(threads.thread(request.path("id"), reader)));
  }

  private Answer replies(Request request, Reader reader) {
    return Answer.ok(
        views.replies(
            threads.replies(request.path("id"), reader, request.query("cursor"), request.limit())));
  }

  private Answer start(Request request) {
    String member = request.member();
    Words.OfThread words = Words.OfThread.from(request.fields());
    return answers.full(
        posting.start(member, request.path("slug"), words, request.repeat(PostedAnswers::kept)));
  }

  private Answer reply(Request request) {
    String member = request.member();
    Words.OfReply words = Words.OfReply.from(request.fields());
    return answers.full(
        posting.reply(member, request.path("id"), words, request.repeat(PostedAnswers::kept)));
  }
}
