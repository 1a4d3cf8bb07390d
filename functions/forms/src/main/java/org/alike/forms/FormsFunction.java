package org.alike.forms;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.alike.kernel.Environment;
import org.alike.kernel.HttpEndpoint;
import org.alike.kernel.Ids;
import org.alike.kernel.Marker;
import org.alike.kernel.Priming;
import org.alike.store.DynamoTable;
import org.alike.store.Key;
import org.alike.store.SigningKey;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * {@code POST /f/{form}}: takes a website form's submission. The other addresses are those of form
 * services, whose clients need nothing but another host: Formspree's projects, Formcarry, Webflow,
 * Web3Forms and Netlify. Thread-safe.
 */
public final class FormsFunction implements RequestStreamHandler {
  private final HttpEndpoint endpoint;

  /** As Lambda makes it. */
  public FormsFunction() {
    this(Environment.ofProcess());
  }

  /**
   * With these settings: {@code TABLE}, {@code FILES}, {@code SITE_URL}, {@code MINIMUM_AGE},
   * {@code SUBMISSIONS_PER_NETWORK}; {@code API_URL} where the API has a domain of its own, {@code
   * CAPTCHA_URL} where captchas are not to be checked at their providers'.
   */
  public FormsFunction(Environment environment) {
    this(
        environment,
        DynamoTable.connect(environment, Clock.systemUTC()),
        S3FileStore.connect(environment),
        new SecureRandom(),
        Clock.systemUTC());
  }

  FormsFunction(
      Environment environment,
      DynamoTable table,
      FileStore files,
      RandomGenerator random,
      Clock clock) {
    this(
        environment,
        new DynamoFormStore(table),
        new DynamoSubmissionStore(table, clock),
        new DynamoPartialStore(table, random, clock),
        new DynamoUploadStore(table),
        files,
        new SubmissionMarkers(table),
        new SigningKey(table, random),
        random,
        new Ids(clock, random),
        clock);
    Priming.beforeSnapshot(() -> table.get(Key.of("PRIMING", "PRIMING")));
    Priming.beforeSnapshot(() -> files.head(FileKeys.waiting("priming")));
    Priming.beforeSnapshot(() -> Vocabulary.standard().resolve(Kind.CONDITION, "priming"));
  }

  FormsFunction(
      Environment environment,
      SubmissionStore store,
      UploadStore uploads,
      FileStore files,
      Marker.Finder markers,
      Ids ids,
      Clock clock) {
    this(
        environment,
        FormStore.NONE,
        store,
        PartialStore.NONE,
        uploads,
        files,
        markers,
        () -> new byte[32],
        new SecureRandom(),
        ids,
        clock);
  }

  FormsFunction(
      Environment environment,
      FormStore formStore,
      SubmissionStore store,
      PartialStore partialStore,
      UploadStore uploadStore,
      FileStore files,
      Marker.Finder markers,
      Supplier<byte[]> key,
      RandomGenerator random,
      Ids ids,
      Clock clock) {
    FormDefinitions forms = FormDefinitions.of(formStore, clock);
    Redirects redirects = new Redirects(environment.required("SITE_URL"));
    AskBack askBack = new AskBack(Vocabulary.standard());
    int minimumAge = Integer.parseInt(environment.required("MINIMUM_AGE"));
    CaptchaCheck captchas = new CaptchaCheck(HttpCaptchaVerifier.of(environment));
    Links links = new Links(environment.orElse("API_URL", ""), key);
    Priming.beforeSnapshot(() -> links.path(new Receipt("priming", ids.next())));
    Crisis crisis = new Crisis();
    FormAnswers answers = new FormAnswers(forms, redirects, askBack, links, crisis);
    Limit usual = Limit.usual(environment);
    PartialPages pages = new PartialPages(links, redirects, crisis);
    Partials partials =
        new Partials(forms, store, partialStore, links, pages, crisis, usual, random);
    Attachments attachments = new Attachments(uploadStore, files);
    Submissions submissions =
        new Submissions(
            forms,
            store,
            attachments,
            answers,
            redirects,
            askBack,
            captchas,
            minimumAge,
            usual,
            partials,
            crisis,
            ids);
    Uploads uploads = new Uploads(forms, uploadStore, files, usual, ids);
    endpoint =
        HttpEndpoint.of("forms", clock)
            .on("POST /f/{form}", submissions::submit)
            .on("POST /p/{project}/f/{form}", submissions::submit)
            .on("POST /s/{form}", submissions::submit)
            .on("POST /api/v1/form/{form}", submissions::submit)
            .on("POST /submit", submissions::submit)
            .on("POST /", submissions::submit)
            .on("GET /f/{form}/signFile", uploads::signFile)
            .on("GET /api/v1/form/{form}/signFile", uploads::signFile)
            .on("POST /f/{form}/uploads", uploads::begin)
            .remembering(markers)
            .explaining(answers::failed);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.handle(in, out, context);
  }
}
