package org.alike.discussions;

class DynamoMembershipTest extends MembershipContract {
  DynamoMembershipTest() {
    super(World.embedded());
  }
}
