package org.alike.members;

import org.alike.kernel.Cursors;
import org.alike.kernel.HttpEndpoint;
import org.alike.kernel.Ids;
import org.alike.store.DynamoTable;
import org.alike.vocabulary.Vocabulary;

/** The routes by which members keep each other away or get in touch. */
final class ContactRoutes {
  private ContactRoutes() {}

  static void add(
      HttpEndpoint endpoint, DynamoTable table, Vocabulary vocabulary, Cursors cursors, Ids ids) {
    MemberStore members = new DynamoMemberStore(table);
    BlockStore ties = new DynamoBlockStore(table);
    IntroductionStore store = new DynamoIntroductionStore(table);
    Listing listing = new Listing(vocabulary);
    BlockList blocks = new BlockList(members, ties, listing, cursors);
    Introductions introductions = new Introductions(members, ties, store, listing, cursors);
    IntroductionRequests requests = new IntroductionRequests(members, ties, store, listing, ids);
    IntroductionAnswers answers = new IntroductionAnswers(members, ties, store, ids);
    endpoint
        .on("PUT /me/blocks/{id}", blocks::block)
        .on("DELETE /me/blocks/{id}", blocks::unblock)
        .on("GET /me/blocks", blocks::list)
        .on("POST /members/{id}/introductions", requests::ask)
        .on("GET /me/introductions", introductions::list)
        .on("PATCH /me/introductions/{id}", answers::answer);
  }
}
