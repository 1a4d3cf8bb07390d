package org.alike.forms;

/**
 * A message to be tried now, with what is needed for it.
 *
 * @param deliverable the submission it is about
 * @param form its form
 * @param settings who hears of it
 * @param part the message
 */
record DeliveryJob(
    Deliverable deliverable, FormDefinition form, DeliverySettings settings, Part part) {}
