package bz.keelbill.web;

import bz.keelbill.json.TrackJson;
import bz.keelbill.watch.TrackState;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The websocket's messages about tracks, written once for all clients. */
final class TrackFrames {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int ROWS_PER_PART = 500;

  private TrackFrames() {}

  private interface Body {
    void write(JsonGenerator out) throws IOException;
  }

  /** The whole picture in parts, and its end. */
  static List<String> snapshot(Board board, long nowMillis) {
    List<TrackState> all = new ArrayList<>(board.tracks());
    int parts = Math.max(1, (all.size() + ROWS_PER_PART - 1) / ROWS_PER_PART);
    List<String> frames = new ArrayList<>(parts + 1);
    for (int part = 1; part <= parts; part++) {
      int from = (part - 1) * ROWS_PER_PART;
      List<TrackState> rows = all.subList(from, Math.min(all.size(), from + ROWS_PER_PART));
      frames.add(snapshotPart(board, rows, part, parts, nowMillis));
    }
    frames.add("{\"type\":\"snapEnd\",\"ch\":\"tracks\"}");
    return frames;
  }

  private static String snapshotPart(
      Board board, List<TrackState> rows, int part, int parts, long nowMillis) {
    return written(
        out -> {
          open(out, "snap", nowMillis);
          out.writeNumberField("part", part);
          out.writeNumberField("of", parts);
          writeRows("rows", rows, board, out);
        });
  }

  /** What moved, came and went. */
  static String delta(Board board, Board.News news, long nowMillis) {
    return written(
        out -> {
          open(out, "delta", nowMillis);
          out.writeArrayFieldStart("up");
          for (Long serial : news.moved()) {
            TrackState track = board.track(serial);
            if (track != null) {
              TrackJson.writeMove(track, board.isAlerted(track), out);
            }
          }
          out.writeEndArray();
          writeRows("enter", existing(board, news.entered()), board, out);
          out.writeArrayFieldStart("rm");
          for (Long serial : news.gone()) {
            out.writeNumber(serial);
          }
          out.writeEndArray();
        });
  }

  private static List<TrackState> existing(Board board, Collection<Long> serials) {
    return serials.stream().map(board::track).filter(track -> track != null).toList();
  }

  private static void open(JsonGenerator out, String type, long nowMillis) throws IOException {
    out.writeStringField("type", type);
    out.writeStringField("ch", "tracks");
    out.writeStringField("t", Instant.ofEpochMilli(nowMillis).toString());
  }

  private static void writeRows(String field, List<TrackState> rows, Board board, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart(field);
    for (TrackState track : rows) {
      out.writeStartObject();
      TrackJson.writeMembers(track, board.isAlerted(track), out);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static String written(Body body) {
    StringWriter text = new StringWriter(1024);
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      body.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
