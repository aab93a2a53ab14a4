package bz.keelbill.json;

import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one GeoJSON text while it is read; bounded. One thread. */
final class Complaints {
  private static final int LIMIT = 100;

  private final String file;
  private final List<GeoJsonProblem> problems = new ArrayList<>();
  private String feature;

  Complaints(String file) {
    this.file = file;
  }

  /** What the next complaints are about; null for the file as a whole. */
  void about(String feature) {
    this.feature = feature;
  }

  void add(String member, String reason) {
    add(member, reason, null);
  }

  void add(String member, String reason, Position at) {
    if (problems.size() < LIMIT) {
      problems.add(new GeoJsonProblem(file, feature, member, reason, at));
    } else if (problems.size() == LIMIT) {
      problems.add(new GeoJsonProblem(file, null, null, "and more", null));
    }
  }

  int count() {
    return problems.size();
  }

  /** Ends the reading if anything was wrong. */
  void check() throws GeoJsonException {
    if (!problems.isEmpty()) {
      throw new GeoJsonException(problems);
    }
  }
}
