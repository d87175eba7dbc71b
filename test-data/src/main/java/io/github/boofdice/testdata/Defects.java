package io.github.boofdice.testdata;

import java.util.List;

/** Defects drawn by lot, placed where there is room for them within the flat face. */
public final class Defects {
    /** Defects stay within this radius round the middle of the die, in pixels. */
    public static final double WITHIN = 49;

    /** Pixels from one that is looked at first to the next. */
    private static final int COARSE = 4;

    private static final int TRIES = 10_000;
    /** A change by this many grey levels leaves both the print and the white within 0 .. 255. */
    private static final double LITTLE = 35;

    private Defects() {}

    /**
     * {@return a defect of a kind as strong as such defects are on really bad dice}
     *
     * @param kind which kind
     * @param face of the die that gets it
     * @param seed decides everything else
     * @throws IllegalArgumentException where the face has no pip to be missing or faded
     */
    public static Defect typical(DefectKind kind, Face face, long seed) {
        SeededRandom random = new SeededRandom(SeededRandom.mix(seed, 500 + kind.ordinal()));
        return switch (kind) {
            case INK_STROKE -> place(kind, face, Ground.ANY, -random.uniform(150, 200), random.uniform(3, 7), random);
            case BLOT -> place(kind, face, Ground.WHITE, -random.uniform(120, 190), random.uniform(7, 14), random);
            case SCRATCH -> place(kind, face, Ground.WHITE, -random.uniform(60, 110), 1 + random.uniform(), random);
            case MISSING_PIP, EXTRA_PIP -> place(kind, face, Ground.ANY, -205, 1, random);
            case FADED_PIP -> place(kind, face, Ground.ANY, random.uniform(80, 150), 1, random);
            case LOST_INK -> place(kind, face, Ground.PRINT, random.uniform(90, 150), random.uniform(6, 10), random);
            case CUT -> place(kind, face, Ground.ANY, random.uniform(110, 160), random.uniform(3, 6), random);
            case ENGRAVING -> place(kind, face, Ground.PRINT, random.uniform(50, 90), Engraving.LINE_WIDTH, random);
        };
    }

    /**
     * {@return a defect of stated contrast and size at a random place}
     *
     * @param kind which kind
     * @param face of the die that gets it
     * @param ground what it lies on; not heeded for pips that are missing, faded or too many
     * @param contrast nominal contrast in grey levels; not heeded for a missing pip
     * @param size the width of strokes, scratches, cuts and of the lines of letters, the diameter of spots, in pixels; not
     *     heeded for pips
     * @param seed decides place, direction, length and shape
     * @throws IllegalArgumentException where the face has no room for it, or a number is out of its range
     */
    public static Defect on(DefectKind kind, Face face, Ground ground, double contrast, double size, long seed) {
        return place(kind, face, ground, contrast, size, new SeededRandom(SeededRandom.mix(seed, kind.ordinal())));
    }

    private static Defect place(
            DefectKind kind, Face face, Ground ground, double contrast, double size, SeededRandom random) {
        List<Face.Pip> pips = face.pips();
        if (kind == DefectKind.MISSING_PIP || kind == DefectKind.FADED_PIP) {
            if (pips.isEmpty()) {
                throw new IllegalArgumentException("kind is " + kind + " but face " + face + " has no pips");
            }
            Face.Pip pip = pips.get(random.below(pips.size()));
            return kind == DefectKind.MISSING_PIP ? MissingPip.of(pip) : FadedPip.of(pip, contrast, random.nextLong());
        }
        Ground wanted = kind == DefectKind.EXTRA_PIP ? Ground.WHITE : ground;
        for (int i = 0; i < TRIES; i++) {
            Defect defect = candidate(kind, contrast, size, random);
            if (fits(defect, face, wanted)) {
                return defect;
            }
        }
        throw new IllegalArgumentException(
                "face " + face + " has no room on " + wanted + " for " + kind + " of size " + size);
    }

    private static Defect candidate(DefectKind kind, double contrast, double size, SeededRandom random) {
        double x = random.uniform(-WITHIN, WITHIN);
        double y = random.uniform(-WITHIN, WITHIN);
        double angle = random.uniform(-Math.PI, Math.PI);
        return switch (kind) {
            case INK_STROKE ->
                new InkStroke(x, y, angle, 3 * size + random.uniform(15, 50), size, contrast, random.nextLong());
            case BLOT -> new Blot(x, y, size, contrast, random.nextLong());
            case SCRATCH -> new Scratch(x, y, angle, 30, size, contrast, random.nextLong());
            case LOST_INK -> new LostInk(x, y, size, contrast, random.nextLong());
            case EXTRA_PIP -> new ExtraPip(x, y, 10 + 3 * random.uniform(), contrast);
            case CUT -> new Cut(x, y, angle, 6 * size + random.uniform(5, 15), size, contrast);
            case ENGRAVING -> new Engraving(x, y, angle, word(random), Engraving.HEIGHT, size, contrast);
            case MISSING_PIP, FADED_PIP -> throw new IllegalArgumentException(kind + " has its place");
        };
    }

    private static String word(SeededRandom random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            word.append((char) ('A' + random.below(26)));
        }
        return word.toString();
    }

    /** Whether all that the defect covers lies within the face and on that ground, and half of it where it shows. */
    private static boolean fits(Defect defect, Face face, Ground ground) {
        if (defect.x() * defect.x() + defect.y() * defect.y() > WITHIN * WITHIN) {
            return false;
        }
        Footprint footprint = defect.footprint();
        // Most places are unfit, and a few of their pixels tell.
        return grounded(defect, footprint, face, ground, COARSE) && grounded(defect, footprint, face, ground, 1);
    }

    /** Likewise of every pixel, or of one in {@code step} each way, of which that it shows is not asked. */
    private static boolean grounded(Defect defect, Footprint footprint, Face face, Ground ground, int step) {
        int reach = (int) Math.ceil(defect.reach());
        int onPrint = 0;
        int onWhite = 0;
        for (int dy = -reach; dy <= reach; dy += step) {
            for (int dx = -reach; dx <= reach; dx += step) {
                double x = defect.x() + dx;
                double y = defect.y() + dy;
                if (footprint.coverage(x, y) < 0.5) {
                    continue;
                }
                boolean offGround = (ground == Ground.PRINT && distanceToPrint(face, x, y) > -1)
                        || (ground == Ground.WHITE && distanceToWhite(face, x, y) > -1);
                if (offGround || x * x + y * y > WITHIN * WITHIN) {
                    return false;
                }
                double distance = face.distanceToPrint(x, y);
                onPrint += distance < 0 ? 1 : 0;
                onWhite += distance < 0 ? 0 : 1;
            }
        }
        return step > 1 || shows(defect.contrast(), onPrint, onWhite);
    }

    /** Of the six's print only the arrow counts: real dice carry the dot the other way round. */
    private static double distanceToPrint(Face face, double x, double y) {
        return face == Face.SIX ? Logo.arrow(x, y) : face.distanceToPrint(x, y);
    }

    /** The mirror image of the six's dot is not counted as white, for the same reason. */
    private static double distanceToWhite(Face face, double x, double y) {
        double toPrint = face.distanceToPrint(x, y);
        return -(face == Face.SIX ? Math.min(toPrint, Logo.dot(-x, y)) : toPrint);
    }

    /** Dark hardly shows on the print, and nothing is much lighter than the white. */
    private static boolean shows(double contrast, int onPrint, int onWhite) {
        if (Math.abs(contrast) <= LITTLE) {
            return onPrint + onWhite > 0;
        }
        return contrast < 0 ? onWhite >= onPrint : onPrint >= onWhite;
    }
}
