package io.github.boofdice;

import io.github.boofdice.decide.Recalibration;
import io.github.boofdice.decide.RecalibrationException;
import io.github.boofdice.io.PictureException;
import io.github.boofdice.io.PictureFolder;
import io.github.boofdice.learn.Learned;
import io.github.boofdice.learn.LearnedFace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects good pictures of now, and makes an inspector anew whose threshold is moved to them. */
final class Recalibrator {
    private final DiceInspector inspector;
    private final List<Recalibration.Later> later = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Learned.LeftOut> leftOut;
    private int failed;
    private final Set<FileFingerprint> sources;

    Recalibrator(DiceInspector inspector) {
        this.inspector = inspector;
        leftOut = new ArrayList<>(inspector.learned().leftOut());
        sources = new HashSet<>(inspector.sources());
    }

    DiceInspector recalibrate(List<Inspection> good) throws LearningException {
        for (Inspection found : good) {
            add(found, "inspection " + (later.size() + failed + 1) + " of those recalibrated with");
        }
        return recalibrated("the list of inspections");
    }

    DiceInspector recalibrate(Path dir, ProgressListener progress) throws IOException {
        if (!Files.isDirectory(dir)) {
            throw new LearningException(dir + ": no such folder");
        }
        List<Path> files = PictureFolder.list(dir);
        int done = 0;
        for (Path file : files) {
            String name = PictureFolder.name(dir, file);
            try {
                PictureFile read = PictureFile.read(file);
                if (sources.add(read.fingerprint())) {
                    add(inspector.inspect(read.picture()), name);
                } else {
                    leftOut.add(new Learned.LeftOut(name, "was learned from or recalibrated with already"));
                }
            } catch (PictureException e) {
                leftOut.add(Learned.LeftOut.unreadable(name, e.reason()));
            }
            progress.progress("inspecting pictures", ++done, files.size());
        }
        return recalibrated(dir.toString());
    }

    private void add(Inspection found, String name) {
        int face = inspector.index(found.face());
        if (found.converged()) {
            later.add(new Recalibration.Later(face, inspector.traits(found)));
            names.add(name);
        } else {
            failed++;
        }
    }

    private DiceInspector recalibrated(String source) throws LearningException {
        Learned learned = inspector.learned();
        Recalibration moved;
        try {
            moved = Recalibration.of(learned.calibration(), inspector.traits(), later, failed);
        } catch (RecalibrationException e) {
            throw new LearningException(source + ": " + e.getMessage());
        }
        List<LearnedFace> faces = new ArrayList<>();
        for (int f = 0; f < learned.faces().size(); f++) {
            faces.add(learned.faces().get(f).withTraits(moved.faces().get(f)));
        }
        for (int outlier : moved.outliers()) {
            leftOut.add(
                    new Learned.LeftOut(names.get(outlier), "scores far above the other pictures recalibrated with"));
        }
        return inspector.with(learned.with(faces).with(moved.calibration()).leavingOut(leftOut), sources);
    }
}
