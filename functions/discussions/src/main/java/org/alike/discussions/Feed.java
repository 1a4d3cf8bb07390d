package org.alike.discussions;

import java.util.Optional;

/**
 * One list of threads in one order. Public and members-only threads are in lists of their own, so
 * that nothing members-only can ever be read, counted or pointed at by a cursor for a stranger.
 *
 * @param condition whose community; empty for all
 * @param visibility of the threads in it
 * @param sort its order
 */
record Feed(Optional<String> condition, Visibility visibility, Sort sort) {}
