package io.github.boofdice.testdata;

import java.util.List;

/**
 * Draws scenes. Every pixel is the mean of three by three points of a surface whose edges are soft, so that a shift by a
 * tenth of a pixel or a turn by a tenth of a degree shows as it would in a photograph.
 */
public final class DiceRenderer {
    /** Width and height of a picture where nothing else is asked for, in pixels. */
    public static final int SIDE = 128;

    private static final int MAX_SIDE = 4096;
    private static final int SAMPLES = 3;

    private DiceRenderer() {}

    /**
     * {@return the scene as a picture of 128 x 128 pixels}
     *
     * @param scene what to draw
     */
    public static GrayPicture render(Scene scene) {
        return render(scene, SIDE);
    }

    /**
     * {@return the scene as a square picture of another size; all lengths in the scene grow with it}
     *
     * @param scene what to draw
     * @param side width and height in pixels, 16 .. 4096
     */
    public static GrayPicture render(Scene scene, int side) {
        Check.between("side", side, 16, MAX_SIDE);
        return draw(scene, new DieSurface(scene, scene.face().pips(), Footprint.NOTHING), side);
    }

    /**
     * {@return the scene as a picture of 128 x 128 pixels of a die with a defect, and the defect's mask}
     *
     * <p>A missing or faded pip is drawn without its ink, so the white under it is exact; all else is laid over the drawn
     * die as {@link DefectPainter} does it.
     *
     * @param scene what to draw
     * @param defect what is wrong with it
     * @throws IllegalArgumentException where a missing pip is none of the face's
     */
    public static Painted render(Scene scene, Defect defect) {
        GrayPicture sound = render(scene);
        if (defect instanceof MissingPip missing) {
            DieSurface without = new DieSurface(scene, without(missing, scene.face()), Footprint.NOTHING);
            return Painted.compare(sound, draw(scene, without, SIDE), defect.contrast());
        }
        if (defect instanceof FadedPip faded) {
            Footprint footprint = faded.footprint();
            double loss = Math.min(1, faded.contrast() / MissingPip.CONTRAST);
            DieSurface paler = new DieSurface(scene, scene.face().pips(), (u, v) -> loss * footprint.coverage(u, v));
            return Painted.compare(sound, draw(scene, paler, SIDE), defect.contrast());
        }
        return DefectPainter.paint(sound, scene.pose(), defect);
    }

    private static List<Face.Pip> without(MissingPip missing, Face face) {
        List<Face.Pip> left = face.pips().stream()
                .filter(pip -> pip.x() != missing.x() || pip.y() != missing.y())
                .toList();
        if (left.size() == face.pips().size()) {
            throw new IllegalArgumentException("missing pip is at (" + missing.x() + ", " + missing.y()
                    + ") but the pips of " + face + " are " + face.pips());
        }
        return left;
    }

    private static GrayPicture draw(Scene scene, DieSurface surface, int side) {
        double[] levels = sample(scene, surface, side);
        Blur.gaussian(levels, side, side, scene.blur() * side / SIDE);
        expose(levels, scene, side);
        return GrayPicture.rounded(side, side, levels);
    }

    private static double[] sample(Scene scene, DieSurface surface, int side) {
        double[] levels = new double[side * side];
        double step = (double) SIDE / side;
        DiePose.Turn turn = scene.pose().toDie();
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double sum = 0;
                for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
                    double x = step * (column - (side - 1) / 2.0 + offset(sample % SAMPLES));
                    double y = step * (row - (side - 1) / 2.0 + offset(sample / SAMPLES));
                    sum += surface.level(turn.u(x, y), turn.v(x, y), x, y);
                }
                levels[row * side + column] = sum / (SAMPLES * SAMPLES);
            }
        }
        return levels;
    }

    private static double offset(int sample) {
        return (sample - (SAMPLES - 1) / 2.0) / SAMPLES;
    }

    /** What the light and the camera make of the levels. */
    private static void expose(double[] levels, Scene scene, int side) {
        Light light = scene.light();
        SeededRandom noise = new SeededRandom(SeededRandom.mix(scene.seed(), 5));
        double step = 2.0 / side;
        for (int row = 0; row < side; row++) {
            double y = step * (row - (side - 1) / 2.0);
            for (int column = 0; column < side; column++) {
                double x = step * (column - (side - 1) / 2.0);
                int i = row * side + column;
                double gain = light.gain() * (1 + light.gradientX() * x + light.gradientY() * y);
                double level = Math.max(0, gain * levels[i] + light.offset());
                if (light.gamma() != 1) {
                    level = 255 * StrictMath.pow(level / 255, light.gamma());
                }
                levels[i] = level + (scene.grain() == 0 ? 0 : scene.grain() * noise.gaussian());
            }
        }
    }
}
