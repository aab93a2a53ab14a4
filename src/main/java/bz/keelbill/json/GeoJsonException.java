package bz.keelbill.json;

import java.util.List;
import java.util.stream.Collectors;

/** A GeoJSON text cannot be used; says everything that is wrong with it, one line each. */
public final class GeoJsonException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<GeoJsonProblem> problems;

  /** With at least one problem. */
  public GeoJsonException(List<GeoJsonProblem> problems) {
    super(problems.stream().map(GeoJsonProblem::text).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in the order of the text. */
  public List<GeoJsonProblem> problems() {
    return problems;
  }
}
