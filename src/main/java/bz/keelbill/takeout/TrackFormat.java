package bz.keelbill.takeout;

import bz.keelbill.record.FixTaker;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;

/** The formats in which tracks are taken out. */
public enum TrackFormat {
  /** RFC 7946: a line a track, with the times beside it. */
  GEOJSON("application/geo+json"),
  /** RFC 4180: a row a fix, for spreadsheets. */
  CSV("text/csv; charset=utf-8"),
  /** KML 2.2 with {@code gx:Track}, for globes. */
  KML("application/vnd.google-earth.kml+xml"),
  /** GPX 1.1, for plotters. */
  GPX("application/gpx+xml"),
  /** Apache Parquet: a row a fix, for analysts' tools. */
  PARQUET("application/vnd.apache.parquet");

  private final String mediaType;

  TrackFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The media type. */
  public String mediaType() {
    return mediaType;
  }

  /** The word, which is also the ending of a file's name. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a word, or null. */
  public static TrackFormat of(String word) {
    for (TrackFormat format : values()) {
      if (format.word().equals(word)) {
        return format;
      }
    }
    return null;
  }

  /** A file that is being written. Not closed, it is not whole. */
  public interface Output extends FixTaker, AutoCloseable {
    /** Ends the file. */
    void end() throws IOException;

    /** Gives back what was needed for writing; the stream stays the caller's. */
    @Override
    default void close() throws IOException {}
  }

  /**
   * Begins a file.
   *
   * @param tempDir for a format that cannot be written as it comes
   */
  public Output begin(OutputStream out, Path tempDir) throws IOException {
    return switch (this) {
      case GEOJSON -> new GeoJsonTracks(out);
      case CSV -> new CsvFixes(out);
      case KML -> new KmlTracks(out);
      case GPX -> new GpxTracks(out);
      case PARQUET -> new ParquetFixes(out, tempDir);
    };
  }
}
