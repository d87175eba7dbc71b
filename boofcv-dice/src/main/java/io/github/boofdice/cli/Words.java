package io.github.boofdice.cli;

import io.github.boofdice.CnnInspector;
import io.github.boofdice.DefectRegion;
import io.github.boofdice.ExcludedPicture;
import io.github.boofdice.FaceInfo;
import io.github.boofdice.Inspection;
import io.github.boofdice.ModelInfo;
import io.github.boofdice.PartComparison;
import io.github.boofdice.Pose;
import io.github.boofdice.Verdict;
import io.github.boofdice.evaluate.Confusion;
import io.github.boofdice.evaluate.Evaluation;
import io.github.boofdice.evaluate.FigureIntervals;
import io.github.boofdice.evaluate.Figures;
import io.github.boofdice.evaluate.Interval;
import java.util.List;
import java.util.Locale;

/** The same answers for people. */
final class Words {
    private static final double MANY_FAILED = 0.05;
    /** A face of fewer pictures gets a word of caution. */
    private static final int FEW = 5;
    /** Regions of a picture that are listed. */
    private static final int LISTED = 5;

    private Words() {}

    static String line(String file, Inspection found) {
        Pose pose = found.pose();
        String angle = pose.hasAngle()
                ? String.format(Locale.ROOT, "%+7.1f deg", Math.toDegrees(pose.theta()))
                : "          -";
        String note = found.converged()
                ? counted(found.regions().size(), "")
                        + counted(found.dismissed().size(), " dismissed")
                : "  not aligned: "
                        + found.alignment().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return String.format(
                Locale.ROOT,
                "%-9s  score %8.3f  p %-8.2g  face %s  at %+6.1f %+6.1f px %s  %s%s",
                found.verdict().word(),
                found.score(),
                found.pValue(),
                found.face(),
                pose.x(),
                pose.y(),
                angle,
                file,
                note);
    }

    static String places(PartComparison found) {
        return plural(found.regions().size(), "region");
    }

    static String verdict(PartComparison found) {
        return (found.differs() ? Verdict.ANOMALOUS : Verdict.NORMAL).word();
    }

    private static String counted(int regions, String which) {
        return regions == 0 ? "" : "  " + plural(regions, "region") + which;
    }

    /** The regions, one a line; what differs in a hundred places is not read line by line, and what is not aligned differs everywhere. */
    static void regions(Inspection found, Screen screen) {
        if (found.converged()) {
            regions(found.regions(), screen);
        }
    }

    static void regions(List<DefectRegion> regions, Screen screen) {
        regions.stream().limit(LISTED).forEach(region -> screen.say("             %s", region.explain()));
        int more = regions.size() - LISTED;
        if (more > 0) {
            screen.say("             and %d more", more);
        }
    }

    static void network(CnnInspector inspector, Screen screen) {
        screen.say(
                "network of %d parameters, threshold of the odds: %s",
                inspector.network().parameters(), inspector.source());
    }

    static void info(ModelInfo info, boolean rateWasChosen, Screen screen) {
        screen.say(
                "learned by %s from %s, frame %d x %d pixels, %s limits",
                info.libraryVersion(),
                plural(info.pictures(), "picture"),
                info.frameWidth(),
                info.frameHeight(),
                info.limits().word());
        for (FaceInfo face : info.faces()) {
            screen.say(
                    "  face %-10s %5d pictures  %s%s",
                    face.name(),
                    face.pictures(),
                    symmetry(face.symmetry()),
                    face.aliases().isEmpty() ? "" : "  also " + String.join(", ", face.aliases()));
        }
        screen.say(
                "false-reject rate %s%s",
                number(info.falseRejectRate()), rateWasChosen ? " (chosen: max(0.001, 1/(n+1)))" : "");
        screen.say("threshold %s: %s", number(info.threshold()), info.thresholdSource());
        if (info.failedAlignments() > 0) {
            screen.say(
                    "%s could not be aligned when held out: rejected, but not used for the threshold",
                    plural(info.failedAlignments(), "good picture"));
        }
        if (info.failedAlignments() > MANY_FAILED * info.calibrationScores()) {
            screen.warning("many good pictures did not align: do folders hold several faces? Then try --unlabelled");
        }
        for (FaceInfo face : info.faces()) {
            if (face.pictures() < FEW) {
                screen.warning(
                        "face " + face.name() + " was learned from " + plural(face.pictures(), "picture")
                                + " only: its own good pictures hardly say what is normal, so more of them may be rejected than stated");
            }
        }
        for (ExcludedPicture picture : info.excluded()) {
            screen.warning("not learned from: " + picture.file() + ": " + picture.reason());
        }
    }

    static void evaluation(Evaluation evaluation, Screen screen) {
        Confusion counts = evaluation.confusion();
        screen.say("%-24s %14s %14s %14s", "", "called normal", "anomalous", "not aligned");
        screen.say(
                "%-24s %14d %14d %14d",
                "normal (" + counts.normal() + ")",
                counts.trueNegatives(),
                counts.falsePositives(),
                evaluation.failedAlignments(Verdict.NORMAL));
        screen.say(
                "%-24s %14d %14d %14d",
                "anomalous (" + counts.anomalous() + ")",
                counts.falseNegatives(),
                counts.truePositives(),
                evaluation.failedAlignments(Verdict.ANOMALOUS));
        Figures figures = evaluation.figures();
        FigureIntervals intervals = evaluation.intervals();
        screen.say("");
        screen.say("%-24s %14s   %s", "", "", "95 % interval");
        figure("precision", figures.precision(), intervals.precision(), screen);
        figure("recall", figures.recall(), intervals.recall(), screen);
        figure("F1", figures.f1(), intervals.f1(), screen);
        figure("AUROC", figures.auroc(), intervals.auroc(), screen);
        figure("average precision", figures.averagePrecision(), intervals.averagePrecision(), screen);
        figure("good dice rejected", figures.falseRejectRate(), intervals.falseRejectRate(), screen);
        screen.say("");
        screen.say(
                "Intervals resample runs of near-identical frames: %d of normal, %d of anomalous pictures.",
                evaluation.runs(Verdict.NORMAL), evaluation.runs(Verdict.ANOMALOUS));
    }

    private static void figure(String name, double value, Interval interval, Screen screen) {
        if (Double.isNaN(value)) {
            screen.say("%-24s %14s", name, "undefined");
        } else {
            screen.say("%-24s %14.5f   %.5f .. %.5f", name, value, interval.low(), interval.high());
        }
    }

    private static String symmetry(int order) {
        return order == 0 ? "any angle looks alike" : order == 1 ? "no symmetry" : order + " turns look alike";
    }

    private static String plural(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
