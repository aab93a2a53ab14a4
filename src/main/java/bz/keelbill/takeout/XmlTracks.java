package bz.keelbill.takeout;

import bz.keelbill.record.Craft;
import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What the two formats in XML have in common: text that stays text. */
abstract class XmlTracks extends ByTrack {
  private final XMLStreamWriter xml;

  /** Something that is written. */
  interface Writing {
    void to(XMLStreamWriter xml) throws XMLStreamException;
  }

  XmlTracks(OutputStream out) throws IOException {
    try {
      xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  final void put(Writing writing) throws IOException {
    try {
      writing.to(xml);
    } catch (XMLStreamException e) {
      throw e.getCause() instanceof IOException ours ? ours : new IOException(e.getMessage(), e);
    }
  }

  static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(Written.xml(text));
    xml.writeEndElement();
  }

  static String title(Craft craft) {
    return craft.name() == null ? craft.track() : craft.name() + " (" + craft.track() + ")";
  }

  static String description(Craft craft) {
    StringBuilder text = new StringBuilder();
    add(text, "MMSI", craft.mmsi());
    add(text, "IMO", craft.imo());
    add(text, "callsign", craft.callsign());
    add(text, "ICAO address", craft.icaoAddress());
    add(text, "registration", craft.registration());
    return text.toString();
  }

  private static void add(StringBuilder text, String name, Object value) {
    if (value != null) {
      text.append(text.isEmpty() ? "" : ", ").append(name).append(' ').append(value);
    }
  }

  @Override
  final void finish() throws IOException {
    put(
        writer -> {
          writer.writeEndDocument();
          writer.flush();
        });
  }
}
