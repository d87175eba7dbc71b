package io.github.boofdice.testdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Draws printed boards in pairs: a sound one, and another of the same kind with three to twelve defects, each with its exact box. As in a camera's or a scanner's
 * pictures the second lies a little beside the first, its edges waver in their own way, and light and grain are its own.
 */
public final class BoardRenderer {
    /** Width and height of a picture, in pixels. */
    public static final int SIDE = 640;

    private static final int FEWEST = 3;
    private static final int MOST = 12;

    private BoardRenderer() {}

    /**
     * {@return a board of a look drawn by lot}
     *
     * @param seed decides everything; another seed is another board
     */
    public static BoardPair pair(long seed) {
        return pair(seed, BoardLook.any(seed));
    }

    /**
     * {@return a board of a given look}
     *
     * @param seed decides layout, defects and noise
     * @param look how the pictures look
     */
    public static BoardPair pair(long seed, BoardLook look) {
        SeededRandom random = new SeededRandom(SeededRandom.mix(seed, 730));
        BoardPlan plan = new BoardPlan(SIDE, look.scale(), seed);
        List<BoardFaults.Fault> faults = BoardFaults.of(plan, SIDE, FEWEST + random.below(MOST - FEWEST + 1), seed);
        BoardWarp warp = BoardWarp.of(SIDE, look, random);
        BoardPaint paint = new BoardPaint(look, random);

        BoardField sound = plan.seen(BoardWarp.none(SIDE));
        sound.roughen(look.roughness(), random.nextLong());
        GrayPicture template = paint.paint(sound, false, random);

        BoardField good = plan.seen(warp);
        BoardField bad = good.copy();
        for (BoardFaults.Fault fault : faults) {
            fault.shapes().forEach(fault.kind().adds() ? bad::add : bad::cut);
        }
        double wider = random.uniform(-look.etch(), look.etch());
        good.widen(wider);
        bad.widen(wider);
        byte[] mask = new byte[SIDE * SIDE];
        List<BoardDefect> defects = seen(faults, good, bad, mask);
        bad.roughen(look.roughness(), random.nextLong());
        GrayPicture picture = paint.paint(bad, true, random);
        return new BoardPair(template, picture, GrayPicture.of(SIDE, SIDE, mask), defects);
    }

    private static List<BoardDefect> seen(
            List<BoardFaults.Fault> faults, BoardField good, BoardField bad, byte[] mask) {
        int[][] boxes = new int[faults.size()][];
        Arrays.setAll(boxes, k -> new int[] {SIDE, SIDE, -1, -1, 0});
        for (int i = 0; i < mask.length; i++) {
            if (good.depth[i] > 0 == bad.depth[i] > 0) {
                continue;
            }
            mask[i] = (byte) 255;
            int[] box = boxes[nearest(faults, good.boardX(i), good.boardY(i))];
            box[0] = Math.min(box[0], i % SIDE);
            box[1] = Math.min(box[1], i / SIDE);
            box[2] = Math.max(box[2], i % SIDE);
            box[3] = Math.max(box[3], i / SIDE);
            box[4]++;
        }
        List<BoardDefect> defects = new ArrayList<>();
        for (int k = 0; k < boxes.length; k++) {
            int[] b = boxes[k];
            if (b[4] > 0) {
                defects.add(new BoardDefect(faults.get(k).kind(), b[0], b[1], b[2] - b[0] + 1, b[3] - b[1] + 1, b[4]));
            }
        }
        return defects;
    }

    private static int nearest(List<BoardFaults.Fault> faults, double x, double y) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < faults.size(); k++) {
            for (BoardShape shape : faults.get(k).shapes()) {
                double depth = shape.depth(x, y);
                if (depth > most) {
                    most = depth;
                    best = k;
                }
            }
        }
        return best;
    }
}
