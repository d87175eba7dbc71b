package io.github.boofdice.benchmarks;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.core.TermCriteria;
import org.opencv.imgproc.Imgproc;
import org.opencv.video.Video;

/**
 * A whole inspection at any angle, put together from OpenCV's calls as well as we know how, for frames of 128 x 128 pixels.
 *
 * <p>The steps are those of the library, so that both find the right face equally often: a band-pass; the coarse search over every face, angle and shift as one matrix product ({@code gemm} is five times
 * as fast here as {@code matchTemplate} a template); {@code findTransformECC} at half size for the best places, and at full size for the best of them. What is scored is less: the deviation in spreads, its mean over 5 x 5
 * pixels and the greatest of those, where the library also looks for lines and texture, keeps a heat map and finds regions. What lies between is kept on OpenCV's side in planes that are made once. One thread at a time.
 */
final class InspectionPeer {
    static {
        // Loads the library before the first plane is made.
        OpenCv.version();
    }

    /**
     * What was found.
     *
     * @param face its index
     * @param pose template to picture
     * @param score greatest mean deviation, in spreads
     */
    record Found(int face, RigidPose pose, double score) {}

    private static final int SIDE = 128;
    private static final int FACTOR = 4;
    private static final int CELLS = SIDE / FACTOR;
    private static final int REACH = 2;
    private static final int PATCH = CELLS - 2 * REACH;
    private static final int SHIFTS = (2 * REACH + 1) * (2 * REACH + 1);
    private static final double STEP = Math.toRadians(6);
    private static final double APART = Math.toRadians(13);
    /** Places that are refined at half size. */
    private static final int REFINED = 3;

    private static final TermCriteria COARSE_STOP = new TermCriteria(TermCriteria.COUNT + TermCriteria.EPS, 12, 1e-3);
    private static final TermCriteria FINE_STOP = new TermCriteria(TermCriteria.COUNT + TermCriteria.EPS, 50, 1e-4);
    private static final int FILTER = 3;
    private static final Size BOX = new Size(5, 5);
    private static final Point MIDDLE = new Point(-1, -1);
    private static final Scalar NOTHING = new Scalar(0);

    private final List<Face> faces = new ArrayList<>();
    private final int[] faceOf;
    private final double[] angleOf;
    /** A column an angle of a face, a row a cell. */
    private final Mat columns;
    /** 1 for each cell that counts. */
    private final Mat disc;

    private final int cells;

    private final Mat smooth = new Mat();
    private final Mat wide = new Mat();
    private final Mat fine = new Mat();
    private final Mat half = new Mat();
    private final Mat small = new Mat();
    private final Mat slow = new Mat();
    private final Mat patches = new Mat(SHIFTS, PATCH * PATCH, CvType.CV_32F);
    private final Mat[] windows = new Mat[SHIFTS];
    private final Mat[] patchRows = new Mat[SHIFTS];
    private final Mat squares = new Mat();
    private final Mat sums = new Mat();
    private final Mat sumsOfSquares = new Mat();
    private final Mat products = new Mat();
    private final float[] correlations;
    private final float[] sum = new float[SHIFTS];
    private final float[] sumOfSquares = new float[SHIFTS];
    private final Mat warp = new Mat(2, 3, CvType.CV_32F);
    private final Mat rotated = new Mat();
    private final Mat aligned = new Mat();
    private final Mat scaled = new Mat();
    private final Mat deviation = new Mat();
    private final Mat mean = new Mat();

    /** What is known of a face. */
    private record Face(
            double period,
            boolean free,
            Mat middle,
            Mat middleMask,
            Mat fine,
            Mat fineMask,
            Mat overSpread,
            double square) {}

    private record Place(int face, RigidPose pose) {}

    /**
     * @param templates of a frame of 128 x 128 pixels
     * @param frame theirs
     */
    InspectionPeer(List<Template> templates, Frame frame) {
        if (frame.width() != SIDE || frame.height() != SIDE) {
            throw new IllegalArgumentException("frame must be " + SIDE + " x " + SIDE + " but is " + frame);
        }
        Mat cellMask = mask(PATCH, frame.faceRadius() / FACTOR);
        cells = Core.countNonZero(cellMask);
        disc = new Mat();
        cellMask.reshape(1, PATCH * PATCH).convertTo(disc, CvType.CV_32F, 1.0 / 255);
        List<Mat> turned = new ArrayList<>();
        List<Integer> owner = new ArrayList<>();
        List<Double> angle = new ArrayList<>();
        for (Template template : templates) {
            boolean free = template.symmetry() == Template.FREE;
            Mat grey = OpenCv.floats(template.grey());
            bandPass(grey);
            Mat middle = half.clone();
            Mat whole = fine.clone();
            Mat overSpread = overSpread(template, frame);
            faces.add(new Face(
                    template.period(),
                    free,
                    middle,
                    mask(SIDE / 2, frame.faceRadius() / 2),
                    whole,
                    mask(SIDE, frame.faceRadius()),
                    overSpread,
                    whole.dot(whole)));
            int steps = free ? 1 : (int) Math.round(template.period() / STEP);
            for (int k = 0; k < steps; k++) {
                double theta = k * template.period() / steps;
                turned.add(column(grey, theta, cellMask));
                owner.add(faces.size() - 1);
                angle.add(theta);
            }
        }
        columns = new Mat();
        Core.hconcat(turned, columns);
        faceOf = owner.stream().mapToInt(Integer::intValue).toArray();
        angleOf = angle.stream().mapToDouble(Double::doubleValue).toArray();
        correlations = new float[SHIFTS * faceOf.length];
        small.create(CELLS, CELLS, CvType.CV_32F);
        for (int s = 0; s < SHIFTS; s++) {
            windows[s] = new Mat(small, new Rect(s % (2 * REACH + 1), s / (2 * REACH + 1), PATCH, PATCH));
            patchRows[s] = patches.row(s).reshape(1, PATCH);
        }
    }

    /** 255 on a disc about the middle. */
    private static Mat mask(int side, double radius) {
        GrayF32 plane = new GrayF32(side, side);
        PixelDisc inside = new PixelDisc(side, side, Math.min(radius, side / 2.0 - 0.5));
        for (int i = 0; i < inside.size(); i++) {
            plane.data[inside.index(i)] = 255;
        }
        Mat out = new Mat();
        OpenCv.floats(plane).convertTo(out, CvType.CV_8U);
        return out;
    }

    private static Mat overSpread(Template template, Frame frame) {
        GrayF32 over = new GrayF32(SIDE, SIDE);
        PixelDisc scored = PixelDisc.scored(frame);
        for (int i = 0; i < scored.size(); i++) {
            int at = scored.index(i);
            over.data[at] = 2 / (template.spreadLight().data[at] + template.spreadDark().data[at]);
        }
        return OpenCv.floats(over);
    }

    /** Fills the levels. */
    private void bandPass(Mat grey) {
        Imgproc.GaussianBlur(grey, smooth, new Size(7, 7), 0.7, 0.7, Core.BORDER_REPLICATE);
        Imgproc.GaussianBlur(grey, wide, new Size(19, 19), 3, 3, Core.BORDER_REPLICATE);
        Core.subtract(smooth, wide, fine);
        Imgproc.resize(fine, half, new Size(SIDE / 2, SIDE / 2), 0, 0, Imgproc.INTER_AREA);
        Imgproc.resize(smooth, small, new Size(CELLS, CELLS), 0, 0, Imgproc.INTER_AREA);
        Imgproc.GaussianBlur(small, slow, new Size(17, 17), 2.5, 2.5, Core.BORDER_REPLICATE);
        Core.subtract(small, slow, small);
    }

    /** The middle of a template's coarse level at an angle, of zero mean and unit length over the disc. */
    private Mat column(Mat grey, double theta, Mat cellMask) {
        Mat picture = new Mat();
        Imgproc.warpAffine(
                grey,
                picture,
                matrix(new RigidPose(0, 0, theta), SIDE),
                new Size(SIDE, SIDE),
                Imgproc.INTER_LINEAR,
                Core.BORDER_REPLICATE,
                NOTHING);
        bandPass(picture);
        Mat patch = new Mat(small, new Rect(REACH, REACH, PATCH, PATCH)).clone();
        Core.subtract(patch, Core.mean(patch, cellMask), patch);
        Mat masked = new Mat(PATCH, PATCH, CvType.CV_32F, NOTHING);
        patch.copyTo(masked, cellMask);
        Core.multiply(masked, new Scalar(1 / Core.norm(masked)), masked);
        return masked.reshape(1, PATCH * PATCH);
    }

    /** Of a pose about the middles of square planes. */
    private static Mat matrix(RigidPose pose, int side) {
        Mat mat = new Mat(2, 3, CvType.CV_64F);
        mat.put(0, 0, coefficients(pose, (side - 1) / 2.0));
        return mat;
    }

    private static double[] coefficients(RigidPose pose, double middle) {
        double c = pose.cos();
        double s = pose.sin();
        return new double[] {
            c, -s, middle + pose.x() - c * middle + s * middle, s, c, middle + pose.y() - s * middle - c * middle
        };
    }

    /**
     * Inspects.
     *
     * @param grey 128 x 128 pixels of 32 bits, levels 0..255; not modified
     */
    Found inspect(Mat grey) {
        bandPass(grey);
        Place best = null;
        double most = Double.NEGATIVE_INFINITY;
        List<Place> places = search();
        for (Place place : places) {
            Face face = faces.get(place.face);
            RigidPose start = place.pose.scaled(0.5);
            double[] correlation = new double[1];
            RigidPose found = refine(half, face.middle, face.middleMask, face.free, start, COARSE_STOP, correlation);
            if (found != null && correlation[0] > most) {
                most = correlation[0];
                best = new Place(place.face, found.scaled(2));
            }
        }
        if (best == null) {
            best = places.get(0);
        }
        Face face = faces.get(best.face);
        RigidPose pose = refine(fine, face.fine, face.fineMask, face.free, best.pose, FINE_STOP, new double[1]);
        return score(best.face, pose == null ? best.pose : pose);
    }

    private List<Place> search() {
        for (int s = 0; s < SHIFTS; s++) {
            windows[s].copyTo(patchRows[s]);
        }
        Core.multiply(patches, patches, squares);
        Core.gemm(patches, disc, 1, new Mat(), 0, sums);
        Core.gemm(squares, disc, 1, new Mat(), 0, sumsOfSquares);
        Core.gemm(patches, columns, 1, new Mat(), 0, products);
        sums.get(0, 0, sum);
        sumsOfSquares.get(0, 0, sumOfSquares);
        products.get(0, 0, correlations);
        int n = faceOf.length;
        float[] best = new float[n];
        int[] shift = new int[n];
        Arrays.fill(best, Float.NEGATIVE_INFINITY);
        for (int s = 0; s < SHIFTS; s++) {
            float over = (float) (1 / Math.sqrt(Math.max(1e-6, sumOfSquares[s] - (double) sum[s] * sum[s] / cells)));
            for (int t = 0; t < n; t++) {
                float value = over * correlations[s * n + t];
                if (value > best[t]) {
                    best[t] = value;
                    shift[t] = s;
                }
            }
        }
        List<Place> out = new ArrayList<>();
        while (out.size() < REFINED) {
            int top = 0;
            for (int t = 1; t < n; t++) {
                top = best[t] > best[top] ? t : top;
            }
            int side = 2 * REACH + 1;
            out.add(new Place(
                    faceOf[top],
                    new RigidPose(
                            (shift[top] % side - REACH) * (double) FACTOR,
                            (shift[top] / side - REACH) * (double) FACTOR,
                            RigidPose.wrap(angleOf[top]))));
            for (int t = 0; t < n; t++) {
                if (faceOf[t] == faceOf[top]
                        && Math.abs(Math.IEEEremainder(
                                        angleOf[t] - angleOf[top], Math.max(1e-9, faces.get(faceOf[t]).period)))
                                < APART) {
                    best[t] = Float.NEGATIVE_INFINITY;
                }
            }
        }
        return out;
    }

    /** As {@link EccPeer}: the template is what is warped, the picture is turned back by whole quarters. Null where OpenCV finds no pose. */
    private RigidPose refine(
            Mat picture,
            Mat template,
            Mat mask,
            boolean free,
            RigidPose start,
            TermCriteria stop,
            double[] correlation) {
        int quarters = (int) Math.rint(start.theta() / (Math.PI / 2)) & 3;
        RigidPose back = new RigidPose(0, 0, quarters * (Math.PI / 2));
        Mat upright = picture;
        if (quarters != 0) {
            int[] turns = {0, Core.ROTATE_90_COUNTERCLOCKWISE, Core.ROTATE_180, Core.ROTATE_90_CLOCKWISE};
            Core.rotate(picture, rotated, turns[quarters]);
            upright = rotated;
        }
        double middle = (picture.rows() - 1) / 2.0;
        RigidPose inverse = back.inverse().after(start).inverse();
        double[] first = coefficients(inverse, middle);
        float[] warped = new float[first.length];
        for (int i = 0; i < first.length; i++) {
            warped[i] = (float) first[i];
        }
        warp.put(0, 0, warped);
        int motion = free ? Video.MOTION_TRANSLATION : Video.MOTION_EUCLIDEAN;
        try {
            correlation[0] = Video.findTransformECC(upright, template, warp, motion, stop, mask, FILTER);
        } catch (CvException e) {
            // This is how it says that it did not converge.
            return null;
        }
        warp.get(0, 0, warped);
        double c = warped[0];
        double s = warped[3];
        RigidPose found = new RigidPose(
                warped[2] - middle + c * middle - s * middle,
                warped[5] - middle + s * middle + c * middle,
                Math.atan2(s, c));
        return back.after(found.inverse());
    }

    private Found score(int index, RigidPose pose) {
        Face face = faces.get(index);
        Mat matrix = matrix(pose, SIDE);
        Imgproc.warpAffine(
                fine,
                aligned,
                matrix,
                new Size(SIDE, SIDE),
                Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP,
                Core.BORDER_REPLICATE,
                NOTHING);
        matrix.release();
        double gain = aligned.dot(face.fine) / face.square;
        Core.multiply(aligned, new Scalar(1 / Math.max(0.25, gain)), scaled);
        Core.absdiff(scaled, face.fine, deviation);
        Core.multiply(deviation, face.overSpread, deviation);
        Imgproc.boxFilter(deviation, mean, CvType.CV_32F, BOX, MIDDLE, true, Core.BORDER_CONSTANT);
        return new Found(index, pose, Core.norm(mean, Core.NORM_INF));
    }
}
