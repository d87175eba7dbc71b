package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.Planes;

/** Deviations to try laws of filters on. */
final class Deviations {
    private Deviations() {}

    /** -6..6.75 drawn by lot, and zero outside the face disc, as deviations are. */
    static GrayF32 noise(Frame frame, long seed) {
        GrayF32 noise = Planes.noise(frame.width(), frame.height(), seed);
        GrayF32 out = new GrayF32(frame.width(), frame.height());
        PixelDisc disc = new PixelDisc(frame.width(), frame.height(), frame.faceRadius());
        for (int i = 0; i < disc.size(); i++) {
            out.data[disc.index(i)] = noise.data[disc.index(i)] / 20 - 6;
        }
        return out;
    }

    /** {@code a + factor * b}. */
    static GrayF32 sum(GrayF32 a, float factor, GrayF32 b) {
        GrayF32 out = a.createSameShape();
        for (int i = 0; i < out.data.length; i++) {
            out.data[i] = a.data[i] + factor * b.data[i];
        }
        return out;
    }

    /** What is found of a deviation where good pictures have no texture. */
    static Evidence gathered(Frame frame, GrayF32 deviation) {
        Evidence evidence = new Evidence(frame);
        evidence.deviation().setTo(deviation);
        evidence.faint().setTo(deviation);
        evidence.gather(new GrayF32(frame.width(), frame.height()));
        return evidence;
    }
}
