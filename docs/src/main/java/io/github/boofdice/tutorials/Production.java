package io.github.boofdice.tutorials;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.DriftMonitor;
import io.github.boofdice.DriftReport;
import io.github.boofdice.Inspection;
import io.github.boofdice.LearningException;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scene;
import io.github.boofdice.testdata.Scenes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Tutorial 8, production: a model file, many threads, a monitor that notices drift, and recalibrating.
 *
 * <h2>Learn once, load everywhere</h2>
 *
 * <p>Learning takes seconds to minutes, loading milliseconds; what is loaded inspects bit for bit like what was saved, on any machine and JDK.
 *
 * {@snippet file="io/github/boofdice/tutorials/Production.java" region="file"}
 *
 * <p>Files are not trusted: a damaged one is refused with a {@link io.github.boofdice.ModelFormatException} before anything large is allocated. A file is replaced whole or not at all.
 *
 * <h2>One inspector, all threads</h2>
 *
 * <p>An inspector is immutable. Each thread that calls it gets its own working memory by itself; the answer does not depend on the thread. {@link ManyPictures} tells more.
 *
 * {@snippet file="io/github/boofdice/tutorials/Production.java" region="threads"}
 *
 * <h2>Watching for drift</h2>
 *
 * <p>Lamps age, lenses move. A monitor follows six traits of the parts that are accepted, and says so when they no longer come like those learned from, usually before good parts are rejected:
 *
 * {@snippet file="io/github/boofdice/tutorials/Production.java" region="drift"}
 *
 * <figure>
 * <img src="doc-files/production.png" alt="Contrast of 120 parts: about 1 for the first 60, falling to 0.9 afterwards; a line at the part where it was noticed" width="560">
 * <figcaption>Contrast of 120 good dice over that of typical good pictures. From the 61st on the lamp loses 0.15 % of its brightness a die; the line is where the monitor first spoke.</figcaption>
 * </figure>
 *
 * <h2>Recalibrating</h2>
 *
 * <p>When the cause cannot be mended, a handful of today's good parts moves the threshold to where they score. Templates stay; no picture of the old ones is needed:
 *
 * {@snippet file="io/github/boofdice/tutorials/Production.java" region="recalibrate"}
 *
 * <h2>How to read it</h2>
 *
 * <ul>
 *   <li>{@link DriftReport#explain} names trait, size and after how many parts. A contrast or a shift has a cause at the camera; a score alone has one at the parts.
 *   <li>Rejected parts are counted, no more: they say nothing about good ones. A line that rejects everything raises no drift; watch {@link DriftReport#rejected()} too.
 *   <li>Three good pictures are the least to recalibrate with, twenty are better. If they score far higher than any threshold could follow, it is refused: learn again.
 *   <li>{@link io.github.boofdice.ModelInfo#laterFactor()} tells how far the scores were moved. After recalibrating watch the new inspector.
 *   <li>A single good part that was rejected wrongly is another case: {@link DiceInspector#learnOn(String, List)} widens the limits where it differs.
 * </ul>
 *
 * @see DriftMonitor
 * @see DiceInspector
 */
public final class Production {
    private static final int AS_LEARNED = 60;
    private static final int ALL = 120;
    /** Of its brightness that the lamp loses from one part to the next. */
    private static final double DIMMING = 0.0015;

    private Production() {}

    /**
     * Watches drawn dice under a lamp that grows dim, and recalibrates.
     *
     * @param args not used
     * @throws LearningException if the last dice are too few, or too different, to recalibrate with
     */
    public static void main(String[] args) throws LearningException {
        List<Inspection> found = inAll(Drawn.inspector(), belt());
        System.out.println(watch(Drawn.inspector(), found).explain());
        DiceInspector moved = recalibrated(Drawn.inspector(), found.subList(ALL - 20, ALL));
        System.out.println("scores moved by " + moved.info().laterFactor());
    }

    /** Good dice, one after the other; the lamp begins to dim halfway. */
    static List<GrayF32> belt() {
        List<GrayF32> pictures = new ArrayList<>();
        for (int i = 0; i < ALL; i++) {
            Scene scene = Scenes.good(7_000 + i, Face.values()[i % Face.values().length]);
            double gain = scene.light().gain() - DIMMING * Math.max(0, i - AS_LEARNED);
            pictures.add(Drawn.die(scene.withLight(scene.light().withGain(gain))));
        }
        return pictures;
    }

    static DiceInspector savedAndLoaded(DiceInspector learned, Path file) throws IOException {
        // @start region=file
        learned.save(file);
        DiceInspector inspector = DiceInspector.load(file);
        System.out.println(inspector.info()); // what it was learned from, threshold, version
        // @end region=file
        return inspector;
    }

    static List<Inspection> inAll(DiceInspector inspector, List<GrayF32> pictures) {
        // @start region=threads
        List<Inspection> found =
                pictures.parallelStream().map(inspector::inspect).toList();
        // @end region=threads
        return found;
    }

    static DriftReport watch(DiceInspector inspector, List<Inspection> inspections) {
        // @start region=drift
        DriftMonitor monitor = inspector.watch();
        for (Inspection found : inspections) {
            DriftReport report = monitor.add(found);
            if (report.drifted()) {
                return report; // report.explain() says what has moved, and by how much
            }
        }
        // @end region=drift
        return monitor.report();
    }

    static DiceInspector recalibrated(DiceInspector inspector, List<Inspection> ofGoodParts) throws LearningException {
        // @start region=recalibrate
        DiceInspector moved = inspector.recalibrate(ofGoodParts); // a folder of pictures too
        System.out.println(moved.info().thresholdSource());
        // @end region=recalibrate
        return moved;
    }

    static BufferedImage figure() {
        List<Inspection> found = inAll(Drawn.inspector(), belt());
        double[] number = new double[ALL];
        double[] contrast = new double[ALL];
        for (int i = 0; i < ALL; i++) {
            number[i] = i + 1;
            contrast[i] = found.get(i).gain();
        }
        DriftReport report = watch(Drawn.inspector(), found);
        double noticed = report.accepted() + report.rejected();
        return new Chart("part", "contrast")
                .dots("contrast of a part", number, contrast)
                .line("drift noticed", new double[] {noticed, noticed}, new double[] {0.8, 1.15})
                .from(0.8, 1.15)
                .picture();
    }
}
