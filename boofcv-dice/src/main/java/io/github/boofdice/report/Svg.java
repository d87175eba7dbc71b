package io.github.boofdice.report;

import java.awt.Dimension;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.XYChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Charts as SVG. Letters become outlines: the page looks the same wherever it is opened. */
final class Svg {
    /** Digits after the point: a hundredth of a pixel. */
    private static final int PRECISION = 2;

    private Svg() {}

    static String uri(XYChart chart) {
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(bytes(chart));
    }

    static byte[] bytes(XYChart chart) {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
            SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
            context.setComment("");
            context.setPrecision(PRECISION);
            SVGGraphics2D pen = new SVGGraphics2D(context, false);
            pen.setSVGCanvasSize(new Dimension(chart.getWidth(), chart.getHeight()));
            chart.paint(pen, chart.getWidth(), chart.getHeight());
            Element root = pen.getRoot();
            root.setAttribute("viewBox", "0 0 " + chart.getWidth() + " " + chart.getHeight());
            return written(root);
        } catch (ParserConfigurationException | TransformerException e) {
            throw new IllegalStateException("every Java platform must offer XML", e);
        }
    }

    private static byte[] written(Element root) throws TransformerException {
        Transformer writer = TransformerFactory.newInstance().newTransformer();
        writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.transform(new DOMSource(root), new StreamResult(out));
        return out.toByteArray();
    }
}
