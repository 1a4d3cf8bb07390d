package org.alike.forms;

/**
 * What stands around an input of a page.
 *
 * @param name under which it is sent
 * @param text what people call it
 * @param help a word of help; may be empty
 * @param error what is wrong with it; empty when nothing is
 * @param length the most characters; 0 for no limit
 */
record Label(String name, String text, String help, String error, int length) {}
