package org.alike.vocabulary;

/** How well a name fits what is being typed; the first is best. */
enum Fit {
  WHOLE_NAME(0),
  START_OF_NAME(1),
  START_OF_WORD(2),
  SLIP_AT_START_OF_NAME(3),
  SLIP_IN_LATER_WORD(4),
  SLIP_IN_FIRST_LETTER(5);

  private static final Fit[] BY_RANK = values();

  /** 0 for the best. */
  final int rank;

  Fit(int rank) {
    this.rank = rank;
  }

  static Fit ofRank(int rank) {
    return BY_RANK[rank];
  }
}
