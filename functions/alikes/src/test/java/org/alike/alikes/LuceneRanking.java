package org.alike.alikes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.FSDirectory;

/**
 * The same ranking by Lucene: a disjunction of all that the caller has told sums up what is shared,
 * and a collector makes the score of it with what each member has told. Lucene sums in single
 * precision, so that a member at the edge of a percent may fall to the other side.
 */
final class LuceneRanking implements AutoCloseable {
  private static final double MILLIONTHS = 1_000_000;
  private final Weights weights;
  private final MemberIds ids;
  private final Path folder = Files.createTempDirectory("lucene");
  private final FSDirectory directory = FSDirectory.open(folder);
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  LuceneRanking(CohortIndex index) throws IOException {
    weights = index.weights();
    ids = index.ids();
    int[] members = new int[index.people()];
    for (int member = 0; member < members.length; member++) {
      members[index.columns().ranks[member]] = member;
    }
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(256))) {
      for (int member : members) {
        writer.addDocument(document(index, member));
      }
      writer.forceMerge(1);
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    searcher.setSimilarity(new BoostOnly());
  }

  List<String> top(Traits caller, String self, int most, int year) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (Feature feature : caller.features()) {
      query.add(clause("has", feature, weights.of(feature)), Occur.SHOULD);
    }
    for (Feature feature : caller.typed()) {
      query.add(clause("typed", feature, weights.typed(feature)), Occur.SHOULD);
    }
    Top best = search(query.build(), caller, ids.find(self), most, year);
    List<String> top = new ArrayList<>();
    for (int place = 0; place < best.size(); place++) {
      top.add(best.points(place) + " " + ids.get(best.member(place)));
    }
    return top;
  }

  private Top search(Query query, Traits caller, int self, int most, int year) {
    try {
      return searcher.search(
          query,
          new CollectorManager<Best, Top>() {
            @Override
            public Best newCollector() throws IOException {
              return new Best(caller, self, most, year);
            }

            @Override
            public Top reduce(Collection<Best> all) {
              return all.iterator().next().top;
            }
          });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Document document(CohortIndex index, int member) {
    Document document = new Document();
    Traits traits = index.match(member, 0).traits();
    traits.features().forEach(one -> document.add(new StringField("has", name(one), Store.NO)));
    traits.typed().forEach(one -> document.add(new StringField("typed", name(one), Store.NO)));
    document.add(new NumericDocValuesField("told", index.columns().told[member]));
    document.add(new NumericDocValuesField("born", index.columns().born[member]));
    return document;
  }

  private static Query clause(String field, Feature feature, long weight) {
    return new BoostQuery(
        new TermQuery(new Term(field, name(feature))), (float) (weight / MILLIONTHS));
  }

  private static String name(Feature feature) {
    return feature.kindName() + "/" + feature.id();
  }

  private final class Best extends SimpleCollector {
    private final Top top;
    private final Likeness likeness;
    private final long told;
    private final double full;
    private final int self;
    private final double[] ageFactors = new double[256];
    private Scorable scorer = new Nothing();
    private NumericDocValues others;
    private NumericDocValues born;

    Best(Traits caller, int self, int most, int year) throws IOException {
      this.top = new Top(most, -1);
      this.self = self;
      this.likeness = new Likeness(weights, year);
      this.told = weights.sum(caller);
      this.full =
          likeness.score(
              told, told, told, likeness.ageFactor(caller.birthYear(), caller.birthYear()));
      for (int each = 0; each < ageFactors.length; each++) {
        ageFactors[each] =
            likeness.ageFactor(caller.birthYear(), CohortIndex.birthYear((byte) each));
      }
      LeafReaderContext only = reader.leaves().get(0);
      others = only.reader().getNumericDocValues("told");
      born = only.reader().getNumericDocValues("born");
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      others = context.reader().getNumericDocValues("told");
      born = context.reader().getNumericDocValues("born");
    }

    @Override
    public void setScorer(Scorable given) {
      scorer = given;
    }

    @Override
    public void collect(int member) throws IOException {
      others.advanceExact(member);
      born.advanceExact(member);
      long shared = Math.round(MILLIONTHS * scorer.score());
      double score =
          likeness.score(
              shared, told, others.longValue(), ageFactors[(int) born.longValue() & 0xFF]);
      long key = Top.key(Likeness.points(score, full), member);
      if (member != self && top.takes(key)) {
        top.put(key, member);
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE;
    }
  }

  private static final class Nothing extends Scorable {
    @Override
    public float score() {
      return 0;
    }

    @Override
    public int docID() {
      return -1;
    }
  }

  /** Each feature counts as much as the query says. */
  private static final class BoostOnly extends Similarity {
    @Override
    public long computeNorm(FieldInvertState state) {
      return 1;
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
      return new SimScorer() {
        @Override
        public float score(float frequency, long norm) {
          return boost;
        }
      };
    }
  }
}
