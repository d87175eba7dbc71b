package io.github.boofdice;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads polygons from text that is not trusted: one {@code x,y} a line, {@code #} begins a comment, a blank line ends a polygon. */
final class PolygonFile {
    /** Longer files are refused. */
    static final int MAX_BYTES = 1 << 20;

    /** So many vertices a file may have, over all polygons. */
    static final int MAX_VERTICES = 10_000;

    private static final int SHOWN = 40;

    private final String name;
    private final int width;
    private final int height;
    private final List<Polygon> polygons = new ArrayList<>();
    private List<double[]> open = new ArrayList<>();
    private int vertices;
    private int line;

    private PolygonFile(String name, int width, int height) {
        this.name = name;
        this.width = width;
        this.height = height;
    }

    /**
     * Reads.
     *
     * @param bytes the whole file
     * @param name what to call it in an error
     * @param width of the frame in which the vertices lie, in pixels
     * @param height likewise
     * @return one or more
     * @throws RegionFormatException if it is not such a file; names the line and the rule
     */
    static List<Polygon> parse(byte[] bytes, String name, int width, int height) throws RegionFormatException {
        return new PolygonFile(name, width, height).read(bytes);
    }

    private List<Polygon> read(byte[] bytes) throws RegionFormatException {
        if (bytes.length > MAX_BYTES) {
            throw new RegionFormatException(name + ": longer than " + MAX_BYTES + " bytes", null);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RegionFormatException(name + ": neither a picture nor text in UTF-8", e);
        }
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (String one : (Iterable<String>) withoutMark.lines()::iterator) {
            line++;
            int comment = one.indexOf('#');
            String said = (comment < 0 ? one : one.substring(0, comment)).strip();
            if (!said.isEmpty()) {
                open.add(vertex(said));
            } else if (comment < 0) {
                close(); // a line that is all comment stands inside a polygon
            }
        }
        close();
        if (polygons.isEmpty()) {
            throw new RegionFormatException(name + ": no polygon; a vertex is a line x,y", null);
        }
        return polygons;
    }

    private double[] vertex(String said) throws RegionFormatException {
        if (++vertices > MAX_VERTICES) {
            throw wrong("more than " + MAX_VERTICES + " vertices");
        }
        String[] parts = said.split(",", -1);
        double[] vertex = new double[2];
        try {
            if (parts.length != 2) {
                throw new NumberFormatException();
            }
            vertex[0] = Double.parseDouble(parts[0]);
            vertex[1] = Double.parseDouble(parts[1]);
        } catch (NumberFormatException e) {
            String shown = said.length() > SHOWN ? said.substring(0, SHOWN) + "..." : said;
            throw wrong("'" + shown.replaceAll("[\\p{Z}\\p{C}]+", " ") + "' is no vertex; it is two numbers, x,y");
        }
        check("x", vertex[0], width);
        check("y", vertex[1], height);
        return vertex;
    }

    private void check(String axis, double at, int size) throws RegionFormatException {
        if (!(at >= -0.5 && at <= size - 0.5)) {
            throw wrong(axis + " is " + at + " but must lie in the frame, -0.5.." + (size - 0.5));
        }
    }

    private void close() throws RegionFormatException {
        if (open.isEmpty()) {
            return;
        }
        if (open.size() < 3) {
            throw wrong("a polygon ends that has " + open.size() + " of at least 3 vertices");
        }
        polygons.add(new Polygon(open));
        open = new ArrayList<>();
    }

    private RegionFormatException wrong(String rule) {
        return new RegionFormatException(name + ": line " + line + ": " + rule, null);
    }
}
