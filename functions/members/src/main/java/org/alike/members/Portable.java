package org.alike.members;

import java.util.List;
import java.util.Map;

/** A part of what is kept about a member, as the copy has it that they may take along. */
interface Portable {
  /** What it is called there. */
  String name();

  /** All of it, as JSON objects. */
  List<Map<String, Object>> of(Member member);
}
