package io.github.boofdice.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A page as a browser would see it; the pages are XML as well, so that Java can read them. */
final class Page {
    private static final Pattern EMBEDDED = Pattern.compile("data:image/(png|svg\\+xml);base64,([A-Za-z0-9+/=]+)");

    final String text;
    private final Document document;

    Page(String text) {
        this.text = text;
        document = parse(text.getBytes(StandardCharsets.UTF_8));
    }

    static Document parse(byte[] xml) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed", e);
        }
    }

    List<Element> all(String tag) {
        return elements(document.getElementsByTagName(tag));
    }

    List<Element> all(String tag, String cssClass) {
        return all(tag).stream()
                .filter(e -> List.of(e.getAttribute("class").split(" ")).contains(cssClass))
                .toList();
    }

    /** The section with an id. */
    Element section(String id) {
        return all("section").stream()
                .filter(e -> e.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section " + id));
    }

    /** The names of the pictures in a section, in the order of the page. */
    List<String> files(String id) {
        return elements(section(id).getElementsByTagName("p")).stream()
                .filter(e -> e.getAttribute("class").equals("file"))
                .map(Element::getTextContent)
                .toList();
    }

    /** What the tile says, with single spaces. */
    String tile(String label) {
        return all("div", "tile").stream()
                .filter(e ->
                        e.getElementsByTagName("dt").item(0).getTextContent().equals(label))
                .map(e -> elements(e.getElementsByTagName("dd")).stream()
                        .map(Element::getTextContent)
                        .collect(Collectors.joining(" ")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no tile " + label));
    }

    /** The bytes of all pictures and charts that stand in the page. */
    List<byte[]> embedded(String type) {
        List<byte[]> found = new ArrayList<>();
        for (Matcher m = EMBEDDED.matcher(text); m.find(); ) {
            if (m.group(1).equals(type)) {
                found.add(Base64.getDecoder().decode(m.group(2)));
            }
        }
        return found;
    }

    static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
