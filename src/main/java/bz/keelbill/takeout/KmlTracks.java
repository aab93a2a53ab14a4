package bz.keelbill.takeout;

import bz.keelbill.geo.Units;
import bz.keelbill.record.Craft;
import bz.keelbill.record.PastFix;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A placemark with a {@code gx:Track} for each part of a track. */
final class KmlTracks extends XmlTracks {
  private static final String KML = "http://www.opengis.net/kml/2.2";
  private static final String GX = "http://www.google.com/kml/ext/2.2";

  KmlTracks(OutputStream out) throws IOException {
    super(out);
    put(
        xml -> {
          xml.writeStartElement("kml");
          xml.writeDefaultNamespace(KML);
          xml.writeNamespace("gx", GX);
          xml.writeStartElement("Document");
          element(xml, "name", "Keelbill");
        });
  }

  @Override
  void write(Craft whose, List<PastFix> fixes) throws IOException {
    put(
        xml -> {
          xml.writeStartElement("Placemark");
          element(xml, "name", title(whose));
          element(xml, "description", description(whose));
          xml.writeStartElement("gx", "Track", GX);
          element(xml, "altitudeMode", "air".equals(whose.domain()) ? "absolute" : "clampToGround");
          for (PastFix fix : fixes) {
            element(xml, "when", Written.utc(fix.atMillis()));
          }
          for (PastFix fix : fixes) {
            place(xml, fix);
          }
          xml.writeEndElement();
          xml.writeEndElement();
        });
  }

  private static void place(XMLStreamWriter xml, PastFix fix) throws XMLStreamException {
    double metres =
        Double.isNaN(fix.altitudeFeet()) ? 0 : fix.altitudeFeet() * Units.METRES_PER_FOOT;
    xml.writeStartElement("gx", "coord", GX);
    xml.writeCharacters(
        Written.number(fix.position().longitude(), 6)
            + ' '
            + Written.number(fix.position().latitude(), 6)
            + ' '
            + Written.number(metres, 1));
    xml.writeEndElement();
  }
}
