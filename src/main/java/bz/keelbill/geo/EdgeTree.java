package bz.keelbill.geo;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.shape.fractal.HilbertCode;

/**
 * Straight edges in degrees, packed for three questions: which edge is nearest, which edges a step
 * crosses, and how often a ray towards the east meets them.
 *
 * <p>The edges lie in one array along a Hilbert curve, so that neighbours on the earth are
 * neighbours in memory; a binary tree of boxes, laid out as a heap, stands over runs of {@value
 * #RUN} edges. Edges are straight in longitude and latitude (RFC 7946, 3.1.1); none may cross the
 * antimeridian. Immutable.
 */
final class EdgeTree {
  private static final int RUN = 8;
  private static final int HILBERT_LEVEL = 15;

  /** Added for an edge that the point lies on; no polygon here has so many edges. */
  private static final int ON_EDGE = 1 << 28;

  private final int size;
  private final double[] edges;
  private final int[] numbers;
  private final double[] boxes;

  private EdgeTree(int[] numbers, double[] edges) {
    this.size = numbers.length;
    this.numbers = numbers;
    this.edges = edges;
    this.boxes = new double[4 * nodes(0, size)];
    fillBoxes(0, 0, size);
  }

  /** The edges of chains of points, longitude as x; numbered in the order given. */
  static EdgeTree of(List<Coordinate[]> chains) {
    double[] given = flatten(chains);
    long[] keys = hilbertKeys(given);
    Arrays.sort(keys);
    int[] numbers = new int[keys.length];
    double[] edges = new double[given.length];
    for (int i = 0; i < keys.length; i++) {
      numbers[i] = (int) keys[i];
      System.arraycopy(given, 4 * numbers[i], edges, 4 * i, 4);
    }
    return new EdgeTree(numbers, edges);
  }

  private static double[] flatten(List<Coordinate[]> chains) {
    int edges = chains.stream().mapToInt(chain -> Math.max(0, chain.length - 1)).sum();
    double[] flat = new double[4 * edges];
    int at = 0;
    for (Coordinate[] chain : chains) {
      for (int i = 1; i < chain.length; i++) {
        flat[at++] = chain[i - 1].x;
        flat[at++] = chain[i - 1].y;
        flat[at++] = chain[i].x;
        flat[at++] = chain[i].y;
      }
    }
    return flat;
  }

  /** Place along the curve in the upper half, the edge's number in the lower. */
  private static long[] hilbertKeys(double[] given) {
    double[] box = emptyBox();
    for (int i = 0; i < given.length; i += 2) {
      grow(box, given[i], given[i + 1]);
    }
    double cells = (1 << HILBERT_LEVEL) - 1;
    double scaleX = cells / Math.max(box[2] - box[0], Double.MIN_NORMAL);
    double scaleY = cells / Math.max(box[3] - box[1], Double.MIN_NORMAL);
    long[] keys = new long[given.length / 4];
    for (int i = 0; i < keys.length; i++) {
      int e = 4 * i;
      int x = (int) (((given[e] + given[e + 2]) / 2 - box[0]) * scaleX);
      int y = (int) (((given[e + 1] + given[e + 3]) / 2 - box[1]) * scaleY);
      keys[i] = (long) HilbertCode.encode(HILBERT_LEVEL, x, y) << 32 | i;
    }
    return keys;
  }

  private static int nodes(int node, int size) {
    if (size <= RUN) {
      return node + 1;
    }
    int half = size / 2;
    return Math.max(nodes(2 * node + 1, half), nodes(2 * node + 2, size - half));
  }

  private void fillBoxes(int node, int from, int to) {
    double[] box = emptyBox();
    for (int e = 4 * from; e < 4 * to; e += 2) {
      grow(box, edges[e], edges[e + 1]);
    }
    System.arraycopy(box, 0, boxes, 4 * node, 4);
    if (to - from > RUN) {
      int middle = from + (to - from) / 2;
      fillBoxes(2 * node + 1, from, middle);
      fillBoxes(2 * node + 2, middle, to);
    }
  }

  private static double[] emptyBox() {
    double inf = Double.POSITIVE_INFINITY;
    return new double[] {inf, inf, -inf, -inf};
  }

  private static void grow(double[] box, double x, double y) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }

  /** Takes edges one by one, in no order that means anything. */
  interface Visitor {
    /** One edge, longitude as x, in degrees. */
    void edge(double x1, double y1, double x2, double y2);
  }

  /** Shows every edge whose neighbourhood in the tree touches a box, so some outside it too. */
  void visit(double minX, double minY, double maxX, double maxY, Visitor visitor) {
    visit(0, 0, size, new double[] {minX, minY, maxX, maxY}, visitor);
  }

  private void visit(int node, int from, int to, double[] wanted, Visitor visitor) {
    int box = 4 * node;
    boolean isOutside =
        boxes[box] > wanted[2]
            || boxes[box + 1] > wanted[3]
            || boxes[box + 2] < wanted[0]
            || boxes[box + 3] < wanted[1];
    if (isOutside) {
      return;
    }
    if (to - from > RUN) {
      int middle = from + (to - from) / 2;
      visit(2 * node + 1, from, middle, wanted, visitor);
      visit(2 * node + 2, middle, to, wanted, visitor);
      return;
    }
    for (int e = 4 * from; e < 4 * to; e += 4) {
      visitor.edge(edges[e], edges[e + 1], edges[e + 2], edges[e + 3]);
    }
  }

  /** Whether the closed rings that these edges form hold the point, edges included. */
  boolean holds(double x, double y) {
    int met = met(0, 0, size, x, y);
    return met >= ON_EDGE || (met & 1) == 1;
  }

  private int met(int node, int from, int to, double x, double y) {
    int box = 4 * node;
    if (y < boxes[box + 1] || y > boxes[box + 3] || x > boxes[box + 2]) {
      return 0;
    }
    if (to - from > RUN) {
      int middle = from + (to - from) / 2;
      return met(2 * node + 1, from, middle, x, y) + met(2 * node + 2, middle, to, x, y);
    }
    int met = 0;
    for (int e = 4 * from; e < 4 * to; e += 4) {
      met += met(e, x, y);
    }
    return met;
  }

  /** 1 if the ray eastwards from the point meets the edge; its upper end does not count. */
  private int met(int e, double x, double y) {
    double x1 = edges[e];
    double y1 = edges[e + 1];
    double x2 = edges[e + 2];
    double y2 = edges[e + 3];
    boolean straddles = (y1 > y) != (y2 > y);
    if (x > Math.max(x1, x2) || (!straddles && y1 != y && y2 != y)) {
      return 0;
    }
    if (x < Math.min(x1, x2)) {
      return straddles ? 1 : 0;
    }
    int side = CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, x, y);
    if (side == 0) {
      return ON_EDGE;
    }
    return straddles && (side > 0) == (y2 > y1) ? 1 : 0;
  }

  /** Whether the straight step touches any edge. */
  boolean isTouched(double ax, double ay, double bx, double by) {
    StepTouches step = new StepTouches(ax, ay, bx, by, false);
    touch(0, 0, size, step);
    return step.any();
  }

  /** How far along the step its touches are, each 0 to 1, rising; empty if there is none. */
  double[] touches(double ax, double ay, double bx, double by) {
    StepTouches step = new StepTouches(ax, ay, bx, by, true);
    touch(0, 0, size, step);
    return step.shares();
  }

  private void touch(int node, int from, int to, StepTouches step) {
    int box = 4 * node;
    if (step.misses(boxes[box], boxes[box + 1], boxes[box + 2], boxes[box + 3])) {
      return;
    }
    if (to - from > RUN) {
      int middle = from + (to - from) / 2;
      touch(2 * node + 1, from, middle, step);
      touch(2 * node + 2, middle, to, step);
      return;
    }
    for (int e = 4 * from; e < 4 * to; e += 4) {
      step.test(edges[e], edges[e + 1], edges[e + 2], edges[e + 3]);
    }
  }

  /** Finds the edge nearest to a point, or null if there are no edges. */
  NearestEdge nearest(double latitude, double longitude) {
    return nearest(latitude, longitude, Double.POSITIVE_INFINITY);
  }

  /** Finds the edge nearest to a point, or null if there is none within some metres. */
  NearestEdge nearest(double latitude, double longitude, double withinMetres) {
    if (size == 0) {
      return null;
    }
    NearestEdge nearest = new NearestEdge(latitude, longitude, withinMetres);
    approach(0, 0, size, nearest);
    return nearest.isFound() ? nearest : null;
  }

  private void approach(int node, int from, int to, NearestEdge nearest) {
    if (to - from <= RUN) {
      for (int i = from; i < to; i++) {
        int e = 4 * i;
        nearest.test(numbers[i], edges[e], edges[e + 1], edges[e + 2], edges[e + 3]);
      }
      return;
    }
    int middle = from + (to - from) / 2;
    double left = squareTo(2 * node + 1, nearest);
    double right = squareTo(2 * node + 2, nearest);
    if (left <= right) {
      approachWithin(left, 2 * node + 1, from, middle, nearest);
      approachWithin(right, 2 * node + 2, middle, to, nearest);
    } else {
      approachWithin(right, 2 * node + 2, middle, to, nearest);
      approachWithin(left, 2 * node + 1, from, middle, nearest);
    }
  }

  private double squareTo(int node, NearestEdge nearest) {
    int box = 4 * node;
    return nearest.squareTo(boxes[box], boxes[box + 1], boxes[box + 2], boxes[box + 3]);
  }

  private void approachWithin(double square, int node, int from, int to, NearestEdge nearest) {
    if (square <= nearest.square()) {
      approach(node, from, to, nearest);
    }
  }
}
