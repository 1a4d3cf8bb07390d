/** Conditions, symptoms and treatments: names, lay words, short forms and their hierarchy. */
@NullMarked
package org.alike.vocabulary;

import org.jspecify.annotations.NullMarked;
