package org.alike.forms;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.alike.kernel.Environment;
import org.alike.kernel.HttpEndpoint;
import org.alike.kernel.Priming;
import org.alike.store.DynamoTable;
import org.alike.store.Key;
import org.alike.store.SigningKey;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * {@code /receipts/...} and {@code /partials/...}: what people do with what they sent, or have
 * begun and not sent yet, by the link that they were answered. Thread-safe.
 */
public final class FormsReceipts implements RequestStreamHandler {
  private final HttpEndpoint endpoint;

  /** As Lambda makes it. */
  public FormsReceipts() {
    this(Environment.ofProcess());
  }

  /**
   * With these settings: {@code TABLE}, {@code SITE_URL}, {@code MINIMUM_AGE}, {@code
   * SUBMISSIONS_PER_NETWORK}, {@code API_URL} where the API has a domain of its own.
   */
  public FormsReceipts(Environment environment) {
    this(
        environment,
        DynamoTable.connect(environment, Clock.systemUTC()),
        new SecureRandom(),
        Clock.systemUTC());
  }

  FormsReceipts(Environment environment, DynamoTable table, RandomGenerator random, Clock clock) {
    FormDefinitions forms = FormDefinitions.of(new DynamoFormStore(table), clock);
    Redirects redirects = new Redirects(environment.required("SITE_URL"));
    AskBack askBack = new AskBack(Vocabulary.standard());
    int minimumAge = Integer.parseInt(environment.required("MINIMUM_AGE"));
    Links links = new Links(environment.orElse("API_URL", ""), new SigningKey(table, random));
    ReceiptStore store = new DynamoReceiptStore(table);
    Crisis crisis = new Crisis();
    ReceiptPages pages = new ReceiptPages(forms, store, links, redirects, askBack, crisis);
    Receipts receipts =
        new Receipts(forms, store, links, pages, redirects, askBack, crisis, minimumAge);
    Partials partials =
        new Partials(
            forms,
            new DynamoSubmissionStore(table, clock),
            new DynamoPartialStore(table, random, clock),
            links,
            new PartialPages(links, redirects, crisis),
            crisis,
            Limit.usual(environment),
            random);
    endpoint =
        HttpEndpoint.of("forms-receipts", clock)
            .on("GET /receipts/{token}", receipts::show)
            .on("PATCH /receipts/{token}", receipts::patch)
            .on("DELETE /receipts/{token}", receipts::delete)
            .on("POST /receipts/{token}", receipts::post)
            .on("GET /receipts/{token}/thanks", receipts::thank)
            .on("DELETE /receipts/{token}/link", receipts::revoke)
            .on("POST /receipts/{token}/link", receipts::postLink)
            .on("POST /f/{form}/partials", partials::create)
            .on("GET /partials/{token}", partials::show)
            .on("PUT /partials/{token}", partials::put)
            .on("DELETE /partials/{token}", partials::delete)
            .on("POST /partials/{token}", partials::post)
            .explaining(pages::explain);
    Priming.beforeSnapshot(() -> table.get(Key.of("PRIMING", "PRIMING")));
    Priming.beforeSnapshot(() -> Vocabulary.standard().resolve(Kind.CONDITION, "priming"));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.handle(in, out, context);
  }
}
