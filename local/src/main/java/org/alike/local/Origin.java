package org.alike.local;

import java.util.Set;

/**
 * Why a function is invoked.
 *
 * @param kind request, stream, event, schedule, sign-in or hand
 * @param what the route, table, event type or schedule
 * @param causes ids of the requests this follows from; a request's own id is among them
 */
record Origin(String kind, String what, Set<String> causes) {}
