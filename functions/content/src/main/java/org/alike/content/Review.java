package org.alike.content;

import java.time.LocalDate;

/**
 * Who checked a text, and for how long that holds.
 *
 * @param reviewedBy a person or a team
 * @param reviewed the day it was checked
 * @param nextReview the day by which it is to be checked again
 */
record Review(String reviewedBy, LocalDate reviewed, LocalDate nextReview) {
  Review {
    if (!nextReview.isAfter(reviewed)) {
      throw new IllegalArgumentException("The next review comes after the last");
    }
  }
}
