package org.alike.members;

import java.util.Optional;

/**
 * What a member has told about themselves.
 *
 * @param displayName what others call them
 * @param conditions what they live with
 * @param symptoms what they notice
 * @param treatments what they use against it
 * @param birthYear when they gave it
 * @param sex when they gave it
 * @param country ISO 3166, when they gave it
 * @param diagnosedYear when they gave it
 * @param visibility who may see them
 */
record Profile(
    String displayName,
    Terms conditions,
    Terms symptoms,
    Terms treatments,
    Optional<Integer> birthYear,
    Optional<String> sex,
    Optional<String> country,
    Optional<Integer> diagnosedYear,
    Visibility visibility) {}
