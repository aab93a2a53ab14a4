package bz.keelbill.json;

import bz.keelbill.geo.Position;

/**
 * One thing wrong with a GeoJSON file.
 *
 * @param file the file's name as the user knows it
 * @param feature which feature, as {@code feature 3 "pass-caulker"}; null for the file as a whole
 * @param member where in the feature, as {@code geometry.coordinates[0][12]}; null for the whole
 * @param reason what is wrong, and what is wanted
 * @param at where on the earth, or null
 */
public record GeoJsonProblem(
    String file, String feature, String member, String reason, Position at) {

  /** File, feature, member, reason and place in one line. */
  public String text() {
    StringBuilder text = new StringBuilder(file);
    if (feature != null) {
      text.append(": ").append(feature);
    }
    if (member != null) {
      text.append(": ").append(member);
    }
    text.append(": ").append(reason);
    if (at != null) {
      text.append(" at longitude ").append(at.longitude());
      text.append(", latitude ").append(at.latitude());
    }
    return text.toString();
  }
}
