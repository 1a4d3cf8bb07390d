package org.alike.vocabulary;

/** What a concept is. Ids and names are unique within a kind, not across kinds. */
public enum Kind {
  /** Something a person has: a disease, a disorder, or a group of them. */
  CONDITION,
  /** Something a person feels or notices. */
  SYMPTOM,
  /** Something a person takes, does or uses against it: a medicine, a therapy, a device. */
  TREATMENT
}
