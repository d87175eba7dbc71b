package io.github.boofdice.flat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.score.Polarity;
import io.github.boofdice.score.RegionFinder.PixelRegion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes whole defects of pixels that differ: touching pixels of one polarity are a piece; a piece grows back into the band along edges where the scan tolerates
 * everything; pieces that lie close together are one region. One thread at a time.
 */
final class PartRegions {
    /** Evidence at a pixel is the mean excess over so many pixels each way. */
    private static final int REACH = 1;

    /** Pieces whose evidence stays below this share of the limit are noise along edges and join nothing. */
    private static final double WEAK = 0.5;

    /** A defect covers the pixels that differ by at least this share of its greatest difference. */
    private static final double COVERED = 0.5;

    /** So far apart may two pixels of one region be, in pixels along either axis. */
    private static final int GAP = 4;

    /** A region has at least so many pixels: what is smaller is no mark that one would look for. */
    private static final int SMALLEST = 6;

    /** A piece grows where it advances on a front, not along an edge that wavers. */
    private static final int FRONT = 3;

    private final GrayF32 picture;
    private final FlatTemplate template;
    private final Levels levels;
    private final Lookup lookup;
    private final Differing differing;
    private final double limit;

    PartRegions(
            GrayF32 picture, FlatTemplate template, Levels levels, Lookup lookup, Differing differing, double limit) {
        this.picture = picture;
        this.template = template;
        this.levels = levels;
        this.lookup = lookup;
        this.differing = differing;
        this.limit = limit;
    }

    /** Pixels of one polarity that touch. */
    private static final class Piece {
        final boolean light;
        int[] pixels = new int[16];
        int size;
        double peak;
        double evidence;
        double contrast;

        Piece(boolean light) {
            this.light = light;
        }

        void add(int pixel) {
            if (size == pixels.length) {
                pixels = Arrays.copyOf(pixels, 2 * size);
            }
            pixels[size++] = pixel;
        }
    }

    /**
     * Finds the regions, and writes the evidence over the limit into the heat map.
     *
     * @param band how many pixels either side of an edge the scan tolerated
     */
    List<PixelRegion> find(int band, GrayF32 heat) {
        List<Piece> pieces = new ArrayList<>();
        int scanned = differing.size;
        float[] evidence = new float[scanned];
        for (int i = 0; i < scanned; i++) {
            evidence[i] = evidence(i);
            heat.data[differing.at[i]] = (float) (evidence[i] / limit);
        }
        boolean[] taken = new boolean[scanned];
        for (int seed = 0; seed < scanned; seed++) {
            if (!taken[seed] && evidence[seed] > WEAK * limit) {
                pieces.add(piece(seed, taken, evidence));
            }
        }
        for (Piece piece : pieces) {
            grow(piece, band);
        }
        return joined(pieces);
    }

    /** Mean excess of this polarity about a noted pixel. */
    private float evidence(int i) {
        int pixel = differing.at[i];
        boolean light = differing.excess[i] > 0;
        int x = pixel % picture.width;
        int y = pixel / picture.width;
        float sum = 0;
        for (int v = Math.max(0, y - REACH); v <= Math.min(picture.height - 1, y + REACH); v++) {
            for (int u = Math.max(0, x - REACH); u <= Math.min(picture.width - 1, x + REACH); u++) {
                float excess = differing.excess(v * picture.width + u);
                sum += light ? Math.max(0, excess) : Math.max(0, -excess);
            }
        }
        return sum / ((2 * REACH + 1) * (2 * REACH + 1));
    }

    private Piece piece(int seed, boolean[] taken, float[] evidence) {
        Piece piece = new Piece(differing.excess[seed] > 0);
        piece.add(differing.at[seed]);
        taken[seed] = true;
        for (int next = 0; next < piece.size; next++) {
            int pixel = piece.pixels[next];
            int i = differing.place[pixel] - 1;
            piece.peak = Math.max(piece.peak, evidence[i]);
            piece.evidence += evidence[i];
            piece.contrast = Math.max(piece.contrast, difference(pixel, piece.light));
            int x = pixel % picture.width;
            int y = pixel / picture.width;
            for (int v = Math.max(0, y - 1); v <= Math.min(picture.height - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(picture.width - 1, x + 1); u++) {
                    int other = differing.place[v * picture.width + u] - 1;
                    if (other >= 0 && !taken[other] && differing.excess[other] > 0 == piece.light) {
                        taken[other] = true;
                        piece.add(v * picture.width + u);
                    }
                }
            }
        }
        return piece;
    }

    /** Grey levels of the picture by which a pixel is lighter, or darker, than the template's at that very place. */
    private double difference(int pixel, boolean light) {
        int x = pixel % picture.width;
        int y = pixel / picture.width;
        int block = lookup.block(x, y);
        int u = x + lookup.shiftX[block];
        int v = y + lookup.shiftY[block];
        if (u < 0 || v < 0 || u >= template.width || v >= template.height) {
            return 0;
        }
        double model = levels.model(template.plane.data[v * template.width + u], lookup.light[block]);
        double by = picture.data[picture.startIndex + y * picture.stride + x] - model;
        return light ? by : -by;
    }

    /** Adds pixels that differ clearly, no further than the band beyond those that were noted, and drops those that hardly do. */
    private void grow(Piece piece, int band) {
        double least = COVERED * piece.contrast;
        int kept = 0;
        for (int i = 0; i < piece.size; i++) {
            if (difference(piece.pixels[i], piece.light) >= least) {
                piece.pixels[kept++] = piece.pixels[i];
            }
        }
        piece.size = kept;
        int from = 0;
        for (int step = 0; step < band; step++) {
            int to = piece.size;
            for (int i = from; i < to; i++) {
                int x = piece.pixels[i] % picture.width;
                int y = piece.pixels[i] / picture.width;
                for (int v = Math.max(0, y - 1); v <= Math.min(picture.height - 1, y + 1); v++) {
                    for (int u = Math.max(0, x - 1); u <= Math.min(picture.width - 1, x + 1); u++) {
                        int pixel = v * picture.width + u;
                        if (differing.place[pixel] == 0
                                && neighbours(u, v, piece.light) >= FRONT
                                && difference(pixel, piece.light) >= least) {
                            differing.add(pixel, piece.light ? Float.MIN_VALUE : -Float.MIN_VALUE);
                            piece.add(pixel);
                        }
                    }
                }
            }
            from = to;
        }
    }

    /** How many of the eight about a pixel belong to pieces of a polarity. */
    private int neighbours(int x, int y, boolean light) {
        int n = 0;
        for (int v = Math.max(0, y - 1); v <= Math.min(picture.height - 1, y + 1); v++) {
            for (int u = Math.max(0, x - 1); u <= Math.min(picture.width - 1, x + 1); u++) {
                int i = differing.place[v * picture.width + u] - 1;
                n += i >= 0 && differing.excess[i] > 0 == light ? 1 : 0;
            }
        }
        return n;
    }

    private List<PixelRegion> joined(List<Piece> pieces) {
        Map<Integer, List<Piece>> groups = new TreeMap<>();
        int[] first = connect(pieces);
        for (int p = 0; p < first.length; p++) {
            groups.computeIfAbsent(root(first, p), key -> new ArrayList<>()).add(pieces.get(p));
        }
        List<PixelRegion> whole = groups.values().stream()
                .map(this::region)
                .filter(region -> region.peak() > 1 && region.pixels().length >= SMALLEST)
                .toList();
        double all = whole.stream().mapToDouble(PixelRegion::share).sum();
        return whole.stream()
                .map(region -> new PixelRegion(
                        region.pixels(), region.polarity(), region.contrast(), region.peak(), region.share() / all))
                .sorted(Comparator.comparingDouble(region -> -region.peak()))
                .toList();
    }

    /** Pieces as one region, with their evidence as its share. */
    private PixelRegion region(List<Piece> pieces) {
        return new PixelRegion(
                pieces.stream()
                        .flatMapToInt(piece -> Arrays.stream(piece.pixels, 0, piece.size))
                        .sorted()
                        .toArray(),
                pieces.get(0).light ? Polarity.LIGHT : Polarity.DARK,
                pieces.stream().mapToDouble(piece -> piece.contrast).max().orElseThrow(),
                pieces.stream().mapToDouble(piece -> piece.peak).max().orElseThrow() / limit,
                pieces.stream().mapToDouble(piece -> piece.evidence).sum());
    }

    /** For each piece another that it belongs with, itself for the first of each; in time that grows with the number of pixels alone. */
    private int[] connect(List<Piece> pieces) {
        int[] owner = new int[differing.size];
        Arrays.fill(owner, -1);
        int[] first = new int[pieces.size()];
        for (int p = 0; p < first.length; p++) {
            first[p] = p;
            Piece piece = pieces.get(p);
            for (int i = 0; i < piece.size; i++) {
                owner[differing.place[piece.pixels[i]] - 1] = p;
            }
        }
        for (int p = 0; p < first.length; p++) {
            for (int i = 0; i < pieces.get(p).size; i++) {
                connect(p, pieces.get(p).pixels[i], pieces, owner, first);
            }
        }
        return first;
    }

    /** Looks right and down only: the other pixel looks back. */
    private void connect(int p, int pixel, List<Piece> pieces, int[] owner, int[] first) {
        int x = pixel % picture.width;
        int y = pixel / picture.width;
        for (int v = y; v <= Math.min(picture.height - 1, y + GAP); v++) {
            for (int u = v == y ? x + 1 : Math.max(0, x - GAP); u <= Math.min(picture.width - 1, x + GAP); u++) {
                int i = differing.place[v * picture.width + u] - 1;
                if (i >= 0 && owner[i] >= 0 && owner[i] != p && pieces.get(owner[i]).light == pieces.get(p).light) {
                    first[root(first, owner[i])] = root(first, p);
                }
            }
        }
    }

    private static int root(int[] first, int piece) {
        int root = piece;
        while (first[root] != root) {
            first[root] = first[first[root]];
            root = first[root];
        }
        return root;
    }
}
