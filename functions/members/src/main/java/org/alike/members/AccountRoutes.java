package org.alike.members;

import java.util.random.RandomGenerator;
import org.alike.kernel.HttpEndpoint;
import org.alike.kernel.Ids;
import org.alike.store.DynamoTable;

/** The routes by which somebody comes to be a member, is reached elsewhere, and leaves. */
final class AccountRoutes {
  private AccountRoutes() {}

  static void add(
      HttpEndpoint endpoint, DynamoTable table, String siteUrl, Ids ids, RandomGenerator random) {
    MemberStore members = new DynamoMemberStore(table);
    AddressStore store = new DynamoAddressStore(table);
    AddressChanges addresses = new AddressChanges(members, store, ids, random);
    Confirmations confirmations =
        new Confirmations(members, new AddressConfirmations(members, store, siteUrl), ids, siteUrl);
    Resending resending = new Resending(new DynamoOutbox(table), random);
    Erasure erasure = new Erasure(members, new DynamoErasureStore(table));
    endpoint
        .on("GET /confirmations/{token}", confirmations::show)
        .on("POST /confirmations/{token}", confirmations::confirm)
        .on("POST /confirmations", resending::ask)
        .on("POST /me/address", addresses::ask)
        .on("GET /me/address", addresses::show)
        .on("DELETE /me/address", addresses::cancel)
        .on("DELETE /me", erasure::erase)
        .explaining(confirmations::explain);
  }
}
