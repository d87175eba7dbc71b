package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.cnn.Network;
import io.github.boofdice.decide.Calibration;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.FrameFit;
import io.github.boofdice.io.GrayPictures;
import io.github.boofdice.learn.LearnedFace;
import io.github.boofdice.train.OtherViews;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Learns a {@link CnnInspector} from good pictures: templates as the {@link DiceInspectorBuilder} does that it came from, and the threshold of a network that is already trained.
 *
 * <p>The last fifth of each folder is held out: templates are learned without it, and what the network says of those pictures, as they were taken and in four {@linkplain OtherViews other views}, sets the threshold, which a fitted tail extrapolates where they cannot vouch for the rate. Then the templates are learned once
 * more from all pictures.
 */
public final class CnnInspectorBuilder {
    private static final int OTHER_VIEWS = 4;
    private static final long SEED = 83;
    /** A face of fewer held-out pictures is on the scale of all of them. */
    private static final int FEWEST = 5;

    private final DiceInspectorBuilder settings;
    private final Network network;

    CnnInspectorBuilder(DiceInspectorBuilder settings, Network network) {
        NetworkScorer.cellsASide(network);
        this.settings = settings;
        this.network = network;
    }

    /**
     * Learns from a folder.
     *
     * @param dir as for {@link DiceInspectorBuilder#learn(Path)}
     * @return the inspector
     * @throws LearningException if there is no such folder, its pictures are too few, or the rate cannot be vouched for
     * @throws IOException if the folder cannot be searched
     */
    public CnnInspector learn(Path dir) throws IOException {
        return learn(GoodFolder.read(dir, settings.progress()), dir.toString());
    }

    /**
     * Learns from pictures in memory.
     *
     * @param pictures good pictures, 32..4096 pixels a side; within a folder in the order in which they were taken
     * @return the inspector
     * @throws LearningException if they are too few, one is of another size or has levels outside 0..255, or the rate cannot be vouched for
     */
    public CnnInspector learn(List<GoodPicture> pictures) throws LearningException {
        return learn(new GoodFolder(pictures, Map.of(), List.of()), "the list of good pictures");
    }

    private CnnInspector learn(GoodFolder good, String from) throws LearningException {
        HeldOutFifth parts = HeldOutFifth.of(good.pictures());
        if (parts.held().size() < 2) {
            throw new LearningException(from
                    + ": a fifth of each folder is held out to calibrate the network, at least 2 pictures in all, but of "
                    + good.pictures().size() + " that is " + parts.held().size()
                    + "; give at least 5 a folder, better 50");
        }
        DiceInspector without = settings.atAnyRate().learn(parts.shown());
        DiceInspector whole = settings.learn(good.pictures(), good.fingerprints(), good.unreadable(), from);
        Set<String> leftOut =
                whole.info().excluded().stream().map(ExcludedPicture::file).collect(Collectors.toSet());
        List<GoodPicture> held =
                parts.held().stream().filter(p -> !leftOut.contains(p.name())).toList();
        return calibrated(whole, views(without, whole, held), from);
    }

    /** Log odds of held-out pictures by the face that they show; NaN of what does not align. */
    private Map<String, List<Double>> views(DiceInspector without, DiceInspector whole, List<GoodPicture> held) {
        Frame frame = without.learned().frame();
        List<LearnedFace> faces = whole.learned().faces();
        NetworkScorer scorer = new NetworkScorer(network, without.learned(), without.scored());
        SplittableRandom random = new SplittableRandom(SEED);
        Map<String, List<Double>> odds = new HashMap<>();
        int done = 0;
        for (GoodPicture picture : held) {
            GrayF32 grey = FrameFit.fit(frame, GrayPictures.fromBoof(picture.picture()));
            // Faces that were found without labels may be named otherwise where a fifth of the pictures is missing.
            String face = faces.get(whole.look(grey).face()).template().name();
            for (int view = 0; view <= OTHER_VIEWS; view++) {
                GrayF32 shown = view == 0 ? grey : OtherViews.of(grey, frame, random);
                Look seen = without.look(shown);
                double log = seen.place().converged() ? NetworkScorer.most(scorer.logOdds(seen)) : Double.NaN;
                odds.computeIfAbsent(face, f -> new ArrayList<>()).add(log);
            }
            settings.progress().progress("calibrating the network", ++done, held.size());
        }
        return odds;
    }

    private CnnInspector calibrated(DiceInspector whole, Map<String, List<Double>> odds, String from)
            throws LearningException {
        double common = median(odds.values().stream().flatMap(List::stream).toList());
        Map<String, Double> typical = new HashMap<>();
        odds.forEach((face, logs) -> {
            if (logs.size() >= FEWEST * (1 + OTHER_VIEWS)) {
                typical.put(face, median(logs));
            }
        });
        List<Double> scores = new ArrayList<>();
        odds.forEach((face, logs) ->
                logs.forEach(log -> scores.add(StrictMath.exp(log - typical.getOrDefault(face, common)))));
        double[] finite =
                scores.stream().mapToDouble(s -> s).filter(Double::isFinite).toArray();
        if (finite.length < 2) {
            throw new LearningException(from + ": of " + scores.size()
                    + " views of good pictures that were held out to calibrate the network " + finite.length
                    + " can be aligned, but it takes 2");
        }
        Calibration calibration = new Calibration(
                finite,
                scores.size() - finite.length,
                whole.learned().calibration().rate(),
                true);
        List<Double> ofFaces = whole.learned().faces().stream()
                .map(face -> typical.getOrDefault(face.template().name(), common))
                .toList();
        return new CnnInspector(whole, network, ofFaces, calibration);
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream()
                .mapToDouble(v -> v)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
