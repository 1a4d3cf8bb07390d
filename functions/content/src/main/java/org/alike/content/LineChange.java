package org.alike.content;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alike.kernel.Json;

/**
 * A line of two texts that are compared.
 *
 * @param op which of the two has it
 * @param text without its end
 */
record LineChange(Op op, String text) {
  /**
   * Beyond so many lines on both sides, one text replaces the other: comparing takes the square.
   */
  private static final int MOST_LINES = 4_000;

  /** Which text has a line. */
  enum Op {
    /** Both. */
    SAME,
    /** The new one. */
    ADDED,
    /** The old one. */
    REMOVED
  }

  /** The lines of both, the longest common ones once; what was removed before what was added. */
  static List<LineChange> between(List<String> before, List<String> after) {
    List<LineChange> lines = new ArrayList<>();
    if (before.size() + after.size() > MOST_LINES) {
      add(lines, Op.REMOVED, before);
      add(lines, Op.ADDED, after);
      return lines;
    }
    int at = 0;
    List<String> added = new ArrayList<>();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas()) {
      int begin = delta.getSource().getPosition();
      if (begin > at) {
        add(lines, Op.ADDED, added);
        added.clear();
        add(lines, Op.SAME, before.subList(at, begin));
      }
      add(lines, Op.REMOVED, delta.getSource().getLines());
      added.addAll(delta.getTarget().getLines());
      at = begin + delta.getSource().size();
    }
    add(lines, Op.ADDED, added);
    add(lines, Op.SAME, before.subList(at, before.size()));
    return lines;
  }

  Map<String, Object> toJson() {
    return Json.of("op", op.name().toLowerCase(Locale.ROOT), "text", text);
  }

  private static void add(List<LineChange> lines, Op op, List<String> texts) {
    texts.forEach(text -> lines.add(new LineChange(op, text)));
  }
}
