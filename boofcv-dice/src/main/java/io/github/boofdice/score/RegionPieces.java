package io.github.boofdice.score;

import io.github.boofdice.score.RegionFinder.PixelRegion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Joins pieces of one polarity that lie close together; which are joined does not depend on their order. */
final class RegionPieces {
    private final List<PixelRegion> pieces;
    private final int width;
    private final int height;
    /** For each piece another that it belongs with; itself for the first of each. */
    private final int[] first;

    private RegionPieces(List<PixelRegion> pieces, int width, int height) {
        this.pieces = pieces;
        this.width = width;
        this.height = height;
        first = new int[pieces.size()];
        Arrays.setAll(first, i -> i);
    }

    /**
     * Joins.
     *
     * @param pieces no two of which share a pixel
     * @param width of the plane
     * @param height likewise
     * @param reach greatest distance between the nearest pixels of two pieces that belong together, in pixels from middle to middle
     * @return one region for each set of pieces that reach one another, over others in between too: all their pixels, the greatest contrast and peak, the sum of shares
     */
    static List<PixelRegion> join(List<PixelRegion> pieces, int width, int height, double reach) {
        if (pieces.size() < 2) {
            return pieces;
        }
        RegionPieces joining = new RegionPieces(pieces, width, height);
        for (Polarity polarity : Polarity.values()) {
            joining.connect(polarity, reach);
        }
        return joining.joined();
    }

    private void connect(Polarity polarity, double reach) {
        int[] owner = new int[width * height];
        Arrays.fill(owner, -1);
        for (int p = 0; p < first.length; p++) {
            if (pieces.get(p).polarity() == polarity) {
                for (int at : pieces.get(p).pixels()) {
                    owner[at] = p;
                }
            }
        }
        for (int at = 0; at < owner.length; at++) {
            if (owner[at] >= 0 && onEdge(owner, at)) {
                connect(owner, at, reach);
            }
        }
    }

    /** Two pieces are nearest at their edges: what lies inside need not be looked at. */
    private boolean onEdge(int[] owner, int at) {
        int x = at % width;
        int y = at / width;
        return x == 0
                || y == 0
                || x == width - 1
                || y == height - 1
                || owner[at - 1] != owner[at]
                || owner[at + 1] != owner[at]
                || owner[at - width] != owner[at]
                || owner[at + width] != owner[at];
    }

    /** Looks right and down only: the other pixel looks back. */
    private void connect(int[] owner, int at, double reach) {
        int x = at % width;
        int y = at / width;
        int down = (int) Math.min(height - 1 - y, Math.floor(reach));
        for (int dy = 0; dy <= down; dy++) {
            int half = (int) Math.floor(Math.sqrt(reach * reach - dy * dy));
            int last = Math.min(width - 1, x + half);
            for (int u = dy == 0 ? x + 1 : Math.max(0, x - half); u <= last; u++) {
                int other = owner[(y + dy) * width + u];
                if (other >= 0 && other != owner[at]) {
                    first[root(other)] = root(owner[at]);
                }
            }
        }
    }

    private int root(int piece) {
        int root = piece;
        while (first[root] != root) {
            first[root] = first[first[root]];
            root = first[root];
        }
        return root;
    }

    private List<PixelRegion> joined() {
        List<PixelRegion> out = new ArrayList<>();
        for (int r = 0; r < first.length; r++) {
            if (first[r] != r) {
                continue;
            }
            List<PixelRegion> parts = new ArrayList<>();
            for (int p = 0; p < first.length; p++) {
                if (root(p) == r) {
                    parts.add(pieces.get(p));
                }
            }
            out.add(new PixelRegion(
                    parts.stream()
                            .flatMapToInt(part -> Arrays.stream(part.pixels()))
                            .sorted()
                            .toArray(),
                    pieces.get(r).polarity(),
                    parts.stream().mapToDouble(PixelRegion::contrast).max().orElseThrow(),
                    parts.stream().mapToDouble(PixelRegion::peak).max().orElseThrow(),
                    parts.stream().mapToDouble(PixelRegion::share).sum()));
        }
        return out;
    }
}
