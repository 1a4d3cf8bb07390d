package org.alike.local;

import com.almworks.sqlite4java.SQLiteConnection;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;

/**
 * Lets DynamoDB Local's SQLite file keep a write-ahead log. As it comes, each write waits until the
 * disk has synchronised three times, with the log once; what was answered survives a SIGKILL and a
 * power cut either way. The file remembers it.
 */
final class WriteAheadLog {
  private static final String FILE = "shared-local-instance.db";

  /** A stack that has just stopped may still be tidying up. */
  private static final int BUSY_MILLIS = 30_000;

  private static final Logger LOG = Logger.getLogger("com.almworks.sqlite4java");

  private WriteAheadLog() {}

  /** Before DynamoDB Local opens the file. */
  static void keepFor(Path folder) {
    LOG.setLevel(Level.WARNING);
    SQLiteConnection file = new SQLiteConnection(folder.resolve(FILE).toFile());
    try {
      SQLiteLibraryLoader.initialize();
      file.open(true).setBusyTimeout(BUSY_MILLIS).exec("PRAGMA journal_mode = WAL");
    } catch (Exception e) { // what its API declares
      throw new StartProblem("Cannot open " + folder.resolve(FILE) + ": " + e.getMessage(), e);
    } finally {
      file.dispose();
    }
  }
}
