package bz.keelbill.cot;

import bz.keelbill.cot.CotMessage.Detail;
import bz.keelbill.cot.CotMessage.Emergency;
import bz.keelbill.cot.CotMessage.Head;
import bz.keelbill.cot.CotMessage.Link;
import bz.keelbill.cot.CotMessage.Point;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of one event. Document types and entities are refused, nothing outside is ever
 * fetched, and depth and attributes are bounded.
 *
 * <p>Belongs to one thread; never throws on any bytes.
 */
final class CotReader {
  /** Not left to the parser, which writes to the console when one is cut off. */
  private static final String DOCUMENT_TYPE = "<!DOCTYPE";

  private static final int DEEPEST = 64;
  private static final int MOST_ATTRIBUTES = 32;
  private static final int IN_EVENT = 2;
  private static final int IN_DETAIL = 3;

  private final XMLInputFactory factory = strict();
  private Head head;
  private Point point;
  private Detail detail;
  private boolean isInDetail;

  private static XMLInputFactory strict() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing outside is fetched");
        });
    return factory;
  }

  /**
   * Reads one event.
   *
   * @return null if the bytes are no event, or one of a form that is refused
   */
  CotMessage read(byte[] bytes) {
    head = null;
    point = Point.NONE;
    detail = Detail.NONE;
    isInDetail = false;
    try {
      // As text, so that no declared encoding has another opinion of what the framing saw.
      String text = new String(bytes, StandardCharsets.UTF_8);
      if (text.contains(DOCUMENT_TYPE)) {
        return null;
      }
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
      boolean isRight = walk(xml);
      xml.close();
      return isRight && head != null ? new CotMessage(head, point, detail) : null;
    } catch (XMLStreamException | RuntimeException wrong) {
      // The JDK's parser throws more than it declares.
      return null;
    }
  }

  private boolean walk(XMLStreamReader xml) throws XMLStreamException {
    int depth = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          if (depth > DEEPEST || xml.getAttributeCount() > MOST_ATTRIBUTES) {
            return false;
          }
          element(xml, depth);
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
          return false;
        }
        default -> {}
      }
    }
    return true;
  }

  private void element(XMLStreamReader xml, int depth) {
    String name = xml.getLocalName();
    if (depth == 1 && name.equals("event")) {
      head =
          new Head(
              xml.getAttributeValue(null, "uid"),
              xml.getAttributeValue(null, "type"),
              xml.getAttributeValue(null, "how"),
              xml.getAttributeValue(null, "time"),
              xml.getAttributeValue(null, "stale"));
    } else if (depth == IN_EVENT) {
      isInDetail = name.equals("detail");
      if (name.equals("point")) {
        point =
            new Point(
                xml.getAttributeValue(null, "lat"),
                xml.getAttributeValue(null, "lon"),
                xml.getAttributeValue(null, "hae"),
                xml.getAttributeValue(null, "ce"));
      }
    } else if (depth == IN_DETAIL && isInDetail) {
      detail = detail(xml, name);
    }
  }

  private Detail detail(XMLStreamReader xml, String name) {
    return switch (name) {
      case "contact" -> detail.withCallsign(xml.getAttributeValue(null, "callsign"));
      case "track" ->
          detail.withTrack(
              xml.getAttributeValue(null, "course"), xml.getAttributeValue(null, "speed"));
      case "emergency" ->
          detail.with(
              new Emergency(
                  xml.getAttributeValue(null, "type"),
                  "true".equals(xml.getAttributeValue(null, "cancel"))));
      case "link" ->
          detail.with(
              new Link(xml.getAttributeValue(null, "uid"), xml.getAttributeValue(null, "type")));
      default -> detail;
    };
  }
}
