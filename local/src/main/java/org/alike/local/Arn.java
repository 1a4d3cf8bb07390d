package org.alike.local;

/** Names of this machine's resources in AWS's form. */
final class Arn {
  private Arn() {}

  static String ofFunction(String name) {
    return "arn:aws:lambda:"
        + Settings.REGION
        + ":"
        + Settings.ACCOUNT
        + ":function:"
        + name
        + ":live";
  }

  static String ofRule(String name) {
    return "arn:aws:events:" + Settings.REGION + ":" + Settings.ACCOUNT + ":rule/" + name;
  }
}
