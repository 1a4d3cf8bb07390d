package org.alike.local.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends one byte behind a limit: enough to see that there is more, and no more is kept. */
final class Limited extends FilterInputStream {
  private long left;

  Limited(InputStream in, long most) {
    super(in);
    this.left = most == Long.MAX_VALUE ? most : most + 1;
  }

  @Override
  public int read() throws IOException {
    int read = left > 0 ? super.read() : -1;
    left -= read < 0 ? 0 : 1;
    return read;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (left <= 0) {
      return -1;
    }
    int read = super.read(into, from, (int) Math.min(length, left));
    left -= Math.max(0, read);
    return read;
  }
}
