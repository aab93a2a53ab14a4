package bz.keelbill.account;

import java.util.concurrent.TimeUnit;

/** What an account is for. What each may do stands in {@link Deed}. */
public enum Role {
  /** Looks on. */
  VIEWER("viewer", 24),
  /** Keeps the watch: acknowledges, comments, writes down what is reported. */
  WATCH("watch", 24),
  /** Keeps the watch and says what rings. */
  OPERATOR("operator", 7 * 24),
  /** Works with what is recorded. */
  ANALYST("analyst", Role.FOR_EVER),
  /** Says who may come in; keeps no watch. */
  ADMIN("admin", 0),
  /** Another State's watch: gets what is released to it, by its own door. */
  PARTNER("partner", 0);

  private static final long FOR_EVER = 1_000_000;

  private final String word;
  private final long lookBackHours;

  Role(String word, long lookBackHours) {
    this.word = word;
    this.lookBackHours = lookBackHours;
  }

  /** The word in files and JSON. */
  public String word() {
    return word;
  }

  /** The role of a word, or null. */
  public static Role ofWord(String word) {
    for (Role role : values()) {
      if (role.word.equals(word)) {
        return role;
      }
    }
    return null;
  }

  /** Whether its console goes on showing and sounding when nobody has touched it for a while. */
  public boolean keepsWatch() {
    return this == WATCH || this == OPERATOR;
  }

  /** How far back it may look into the record, milliseconds; 0 where it may not at all. */
  public long lookBackMillis() {
    return TimeUnit.HOURS.toMillis(lookBackHours);
  }
}
