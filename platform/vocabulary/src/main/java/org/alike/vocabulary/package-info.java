/**
 * The words of patients: conditions, symptoms and treatments with their names, lay words, short
 * forms and hierarchy.
 *
 * <p>Pure: it reads the data files of its own jar and does nothing else, no clock, no logging.
 * Everything public is immutable and safe to use from many threads.
 */
@NullMarked
package org.alike.vocabulary;

import org.jspecify.annotations.NullMarked;
