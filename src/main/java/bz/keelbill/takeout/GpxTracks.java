package bz.keelbill.takeout;

import bz.keelbill.geo.Units;
import bz.keelbill.record.Craft;
import bz.keelbill.record.PastFix;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A {@code trk} for each part of a track; what GPX has no word for stands in extensions. */
final class GpxTracks extends XmlTracks {
  private static final String GPX = "http://www.topografix.com/GPX/1/1";
  private static final String OURS = "urn:keelbill:gpx:1";

  GpxTracks(OutputStream out) throws IOException {
    super(out);
    put(
        xml -> {
          xml.writeStartElement("gpx");
          xml.writeDefaultNamespace(GPX);
          xml.writeNamespace("k", OURS);
          xml.writeAttribute("version", "1.1");
          xml.writeAttribute("creator", "Keelbill");
        });
  }

  @Override
  void write(Craft whose, List<PastFix> fixes) throws IOException {
    put(
        xml -> {
          xml.writeStartElement("trk");
          element(xml, "name", title(whose));
          element(xml, "desc", description(whose));
          xml.writeStartElement("trkseg");
          for (PastFix fix : fixes) {
            point(xml, fix);
          }
          xml.writeEndElement();
          xml.writeEndElement();
        });
  }

  private static void point(XMLStreamWriter xml, PastFix fix) throws XMLStreamException {
    xml.writeStartElement("trkpt");
    xml.writeAttribute("lat", Written.number(fix.position().latitude(), 6));
    xml.writeAttribute("lon", Written.number(fix.position().longitude(), 6));
    if (!Double.isNaN(fix.altitudeFeet())) {
      element(xml, "ele", Written.number(fix.altitudeFeet() * Units.METRES_PER_FOOT, 1));
    }
    element(xml, "time", Written.utc(fix.atMillis()));
    if (!Double.isNaN(fix.speedKnots()) || !Double.isNaN(fix.courseDegrees())) {
      xml.writeStartElement("extensions");
      known(xml, "speedKnots", Written.number(fix.speedKnots(), 2));
      known(xml, "courseDegrees", Written.number(fix.courseDegrees(), 1));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void known(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    if (!text.isEmpty()) {
      xml.writeStartElement("k", name, OURS);
      xml.writeCharacters(text);
      xml.writeEndElement();
    }
  }
}
