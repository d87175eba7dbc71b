package io.github.boofdice.benchmarks;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.template.Template;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.TermCriteria;
import org.opencv.video.Video;

/**
 * OpenCV's {@code findTransformECC} for one template, used as well as we know how.
 *
 * <ul>
 *   <li>Its mask belongs to the picture that it warps. So it is given the template as that picture: then the mask is the same
 *       disc that our refinement looks at, and the peer comes out nearly twice as exact as the other way round.
 *   <li>It reads its angle from an arc sine and loses every picture turned by more than 90 degrees. So the picture is turned
 *       back by whole quarters first, which costs no sharpness.
 *   <li>A face without an angle is only shifted, as ours is: its angle would wander and take the shift along.
 *   <li>Both are cut to the square round the disc, the picture's about the start. That saves a fifth of its time.
 * </ul>
 *
 * <p>All of this is done before {@link Start#run} and is not in its time. Source: G. D. Evangelidis and E. Z. Psarakis,
 * "Parametric image alignment using enhanced correlation coefficient maximization", IEEE TPAMI 30 (2008),
 * doi:10.1109/TPAMI.2008.113.
 */
final class EccPeer {
    /**
     * What a caller of {@code findTransformECC} chooses.
     *
     * @param filter side of the Gaussian that smooths both pictures, in pixels
     * @param epsilon gain in correlation below which it stops
     */
    record Settings(int filter, double epsilon) {
        /** OpenCV's own default filter, and a limit so small that it goes on for long. */
        static final Settings PATIENT = new Settings(5, 1e-6);
        /** No less exact than {@link #PATIENT} on these pictures, in less time. */
        static final Settings TUNED = new Settings(3, 1e-4);
    }

    private static final int MOST_ITERATIONS = 100;
    /** Pixels of the frame that are cut off at each side; the disc and the widest filter still fit. */
    private static final int MARGIN = 8;

    private final Mat template;
    private final Mat mask;
    private final int motion;
    private final Settings settings;
    private final TermCriteria stop;

    /**
     * @param template its grey levels and its symmetry are used
     * @param frame a square one of 128 pixels a side
     * @param settings what the caller chooses
     */
    EccPeer(Template template, Frame frame, Settings settings) {
        if (frame.width() != frame.height() || frame.faceRadius() + MARGIN > frame.middleX()) {
            throw new IllegalArgumentException("frame must be square and hold the face disc, but is " + frame);
        }
        this.template = middle(OpenCv.floats(template.grey()), 0, 0);
        motion = template.symmetry() == Template.FREE ? Video.MOTION_TRANSLATION : Video.MOTION_EUCLIDEAN;
        this.settings = settings;
        GrayF32 disc = new GrayF32(frame.width(), frame.height());
        PixelDisc inside = new PixelDisc(frame.width(), frame.height(), frame.faceRadius());
        for (int i = 0; i < inside.size(); i++) {
            disc.data[inside.index(i)] = 255;
        }
        mask = new Mat();
        middle(OpenCv.floats(disc), 0, 0).convertTo(mask, CvType.CV_8U);
        stop = new TermCriteria(TermCriteria.COUNT + TermCriteria.EPS, MOST_ITERATIONS, settings.epsilon());
    }

    /** The square that is left without its margin, moved by whole pixels. */
    private static Mat middle(Mat whole, int x, int y) {
        int side = whole.rows() - 2 * MARGIN;
        return new Mat(whole, new Rect(MARGIN + x, MARGIN + y, side, side)).clone();
    }

    private static int within(double shift) {
        return (int) Math.max(-MARGIN, Math.min(MARGIN, Math.rint(shift)));
    }

    /**
     * Makes a picture ready to be refined.
     *
     * @param picture grey levels 0..255, frame-sized
     * @param pose template to picture, where to begin
     */
    Start start(GrayF32 picture, RigidPose pose) {
        return new Start(picture, pose);
    }

    /** One picture and where its refinement begins. */
    final class Start {
        private final Mat picture;
        private final Mat warp = new Mat(2, 3, CvType.CV_32F);
        private final float[] first;
        private final double pivot;
        /** From the pose that OpenCV sees to the pose in the whole, unturned picture. */
        private final RigidPose back;

        private Start(GrayF32 whole, RigidPose pose) {
            RigidPose quarters = new RigidPose(0, 0, Math.rint(pose.theta() / (Math.PI / 2)) * (Math.PI / 2));
            RigidPose turned = quarters.inverse().after(pose);
            int x = within(turned.x());
            int y = within(turned.y());
            back = quarters.after(new RigidPose(x, y, 0));
            picture = middle(OpenCv.floats(Warp.toTemplate(whole, quarters)), x, y);
            pivot = (picture.rows() - 1) / 2.0;
            // From picture to template, since the template is the one that OpenCV warps.
            RigidPose inverse = back.inverse().after(pose).inverse();
            float c = (float) Math.cos(inverse.theta());
            float s = (float) Math.sin(inverse.theta());
            first = new float[] {
                c,
                -s,
                (float) (pivot + inverse.x() - c * pivot + s * pivot),
                s,
                c,
                (float) (pivot + inverse.y() - s * pivot - c * pivot)
            };
        }

        /** Refines from the start, and says whether OpenCV found a pose. */
        boolean run() {
            warp.put(0, 0, first);
            try {
                Video.findTransformECC(picture, template, warp, motion, stop, mask, settings.filter());
                return true;
            } catch (CvException e) {
                // This is how it says that it did not converge.
                return false;
            }
        }

        /** What the last run found: template to picture. */
        RigidPose pose() {
            float[] found = new float[first.length];
            warp.get(0, 0, found);
            double c = found[0];
            double s = found[3];
            RigidPose inverse = new RigidPose(
                    found[2] - pivot + c * pivot - s * pivot,
                    found[5] - pivot + s * pivot + c * pivot,
                    Math.atan2(s, c));
            return back.after(inverse.inverse());
        }

        /** Gives the native memory back. */
        void release() {
            picture.release();
            warp.release();
        }
    }
}
