package io.github.boofdice.image;

import boofcv.struct.image.GrayF32;

/**
 * One picture as alignment and scoring see it: freed of slow light, at three sizes.
 *
 * <p>{@code fine} and {@code middle} hold a band-pass (a narrow Gaussian less a wide one): wandering light is slow and drops out, print, scratches
 * and engraving stay. {@code coarse} is about 32 cells wide and keeps slower structure, for the search over all angles.
 */
public final class PictureLevels {
    private static final double MIDDLE_SIDE = 64;
    /** Below this side, in pixels, the coarse level is as large as the middle one. */
    private static final int LEAST_HALVED = 48;

    private final GrayF32 smooth;
    private final GrayF32 fine;
    private final GrayF32 middle;
    private final GrayF32 coarse;

    private PictureLevels(GrayF32 smooth, GrayF32 fine, GrayF32 middle, GrayF32 coarse) {
        this.smooth = smooth;
        this.fine = fine;
        this.middle = middle;
        this.coarse = coarse;
    }

    /** {@return the picture in lightly smoothed grey levels, frame size} */
    public GrayF32 smooth() {
        return smooth;
    }

    /** {@return the band-pass at frame size, in grey levels about zero} */
    public GrayF32 fine() {
        return fine;
    }

    /** {@return {@link #fine()} at about 64 pixels a side} */
    public GrayF32 middle() {
        return middle;
    }

    /** {@return a wider band-pass at about 32 cells a side} */
    public GrayF32 coarse() {
        return coarse;
    }

    /** Prepares pictures of one frame. Immutable; safe for many threads. */
    public static final class Factory {
        private final Frame frame;
        private final GaussianBlur narrow;
        private final GaussianBlur wide;
        private final GaussianBlur coarseWide = new GaussianBlur(2.5);
        private final ThreadLocal<GaussianBlur.Memory> blurring = ThreadLocal.withInitial(GaussianBlur.Memory::new);

        /**
         * Makes the filters for one size.
         *
         * @param frame the size of the pictures to come
         */
        public Factory(Frame frame) {
            this.frame = frame;
            narrow = new GaussianBlur(0.7 * frame.unit());
            wide = new GaussianBlur(3 * frame.unit());
        }

        /** {@return the size that {@link #prepare} takes} */
        public Frame frame() {
            return frame;
        }

        /** {@return how many pixels of the frame make one of the middle level} */
        public int middleFactor() {
            return Math.max(1, (int) Math.round(Math.min(frame.width(), frame.height()) / MIDDLE_SIDE));
        }

        /** {@return how many pixels of the frame make a cell of the coarse level} */
        public int coarseFactor() {
            return middleFactor() * coarseOverMiddle();
        }

        /** Pixels of the middle level a cell of the coarse level. */
        private int coarseOverMiddle() {
            return Math.min(frame.width(), frame.height()) < LEAST_HALVED ? 1 : 2;
        }

        /**
         * Prepares a frame-sized grey picture, levels 0..255, not modified.
         *
         * @param grey the picture
         * @return the picture at three sizes
         */
        public PictureLevels prepare(GrayF32 grey) {
            return prepare(grey, new Memory(blurring.get()));
        }

        /** {@return the planes of one thread that prepares picture after picture} */
        public Memory memory() {
            return new Memory(new GaussianBlur.Memory());
        }

        /**
         * Prepares likewise, and allocates nothing.
         *
         * @param grey the picture
         * @param memory that this factory has made
         * @return the picture at three sizes; the next call with the same memory overwrites it
         */
        public PictureLevels prepare(GrayF32 grey, Memory memory) {
            PictureLevels out = memory.levels;
            narrow.apply(grey, memory.blur, out.smooth);
            wide.apply(grey, memory.blur, out.fine);
            subtract(out.smooth, out.fine, out.fine);
            if (middleFactor() > 1) {
                Shrink.by(middleFactor(), out.fine, out.middle);
            }
            Shrink.by(coarseFactor(), out.smooth, memory.small);
            coarseWide.apply(memory.small, memory.blur, out.coarse);
            subtract(memory.small, out.coarse, out.coarse);
            return out;
        }

        /** What one thread works on, and what it gets. */
        public final class Memory {
            private final PictureLevels levels;
            private final GrayF32 small;
            private final GaussianBlur.Memory blur;

            private Memory(GaussianBlur.Memory blur) {
                this.blur = blur;
                GrayF32 fine = new GrayF32(frame.width(), frame.height());
                GrayF32 middle = middleFactor() == 1 ? fine : shrunk(middleFactor());
                small = shrunk(coarseFactor());
                levels = new PictureLevels(fine.createSameShape(), fine, middle, small.createSameShape());
            }

            private GrayF32 shrunk(int factor) {
                return new GrayF32(frame.width() / factor, frame.height() / factor);
            }
        }

        /**
         * The coarse level alone, of a frame-sized grey plane.
         *
         * @param grey levels 0..255; not modified
         * @return about 32 cells a side
         */
        public GrayF32 coarse(GrayF32 grey) {
            return coarseOf(Shrink.by(coarseFactor(), grey));
        }

        private GrayF32 coarseOf(GrayF32 small) {
            GrayF32 out = small.createSameShape();
            coarseWide.apply(small, blurring.get(), out);
            subtract(small, out, out);
            return out;
        }

        /**
         * The coarse level of a grey plane that was shrunk to the middle level and turned.
         *
         * @param grey what {@link #middle} makes of a frame-sized plane
         * @param theta turn in radians, clockwise as seen
         * @return about 32 cells a side
         */
        public GrayF32 coarseTurned(GrayF32 grey, double theta) {
            GrayF32 turned = Warp.quickly(grey, new RigidPose(0, 0, -theta));
            return coarseOf(Shrink.by(coarseOverMiddle(), turned));
        }

        /**
         * A frame-sized plane at the size of the middle level.
         *
         * @param fine not modified
         * @return about 64 pixels a side
         */
        public GrayF32 middle(GrayF32 fine) {
            return Shrink.by(middleFactor(), fine);
        }

        /** Of contiguous planes; {@code out} may be one of them. */
        private static void subtract(GrayF32 a, GrayF32 b, GrayF32 out) {
            for (int i = 0; i < out.data.length; i++) {
                out.data[i] = a.data[i] - b.data[i];
            }
        }
    }
}
