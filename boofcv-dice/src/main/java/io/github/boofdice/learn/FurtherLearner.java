package io.github.boofdice.learn;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.align.Aligner;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.decide.Traits;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.score.Deviation;
import io.github.boofdice.score.Evidence;
import io.github.boofdice.score.EvidenceLimits;
import io.github.boofdice.score.FaceScorer;
import io.github.boofdice.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Learns further good pictures without those learned before: limits rise by what they show, their scores join those that set the threshold. Templates stay.
 *
 * <p>A limit L of n pictures and the shared evidence r of one more make the eighth root of ((n L^8 + r^8) / (n + 1)), where that is more than L. It is what learning all anew would do but for three things: what L holds beside the
 * power mean (a floor, the edge's share, the filter's scale) counts as if pictures had shown it; the picture itself was held against a template that stays as it was; a limit never falls.
 */
public final class FurtherLearner {
    /** Times the threshold beyond which a picture is not learned. */
    public static final double MOST_SCORE = 2;

    private final Learned before;
    private final PictureLevels.Factory levels;
    private final Aligner aligner;
    private final List<FaceScorer> scorers = new ArrayList<>();
    private final Evidence evidence;
    private final FaceScorer.Memory memory;
    private final List<LearnedFace> faces;
    private final List<Double> scores = new ArrayList<>();

    /**
     * Begins with what is known.
     *
     * @param before what was learned so far; not modified
     */
    public FurtherLearner(Learned before) {
        this.before = before;
        Frame frame = before.frame();
        levels = new PictureLevels.Factory(frame);
        faces = new ArrayList<>(before.faces());
        aligner = new Aligner(faces.stream().map(LearnedFace::template).toList(), levels);
        faces.forEach(face -> scorers.add(new FaceScorer(face.template(), face.limits(), frame)));
        evidence = new Evidence(frame);
        memory = new FaceScorer.Memory(frame);
    }

    /**
     * Learns one picture.
     *
     * @param grey frame-sized grey levels 0..255, not modified
     * @param folder of the face that it shows: its name or another folder that the face was learned from
     * @throws UnlearnableException if it does not align, shows another face, or scores more than {@value #MOST_SCORE} times the threshold; nothing is learned from it then
     */
    public void add(GrayF32 grey, String folder) throws UnlearnableException {
        PictureLevels picture = levels.prepare(grey);
        Alignment place = aligner.align(picture);
        if (!place.converged()) {
            throw new UnlearnableException("none of the faces could be found in it");
        }
        int f = place.template();
        LearnedFace face = faces.get(f);
        if (!face.folders().contains(folder)) {
            throw new UnlearnableException("shows face " + face.template().name() + ", not " + folder);
        }
        FaceScorer.Scored found = scorers.get(f).compare(picture, place.pose(), place.gain(), 0, memory);
        double score = found.difference().raw() / face.scale();
        double most = MOST_SCORE * before.calibration().threshold();
        if (score > most) {
            throw new UnlearnableException(String.format(
                    Locale.ROOT,
                    "scores %.4g, above %.4g, which is %s times the threshold: it looks like a bad part, and once learned it would hide others like it; if such parts are good, learn anew with them",
                    score,
                    most,
                    MOST_SCORE));
        }
        faces.set(f, raised(face, picture, found.pose(), place, score));
        scores.add(score);
    }

    private LearnedFace raised(LearnedFace face, PictureLevels picture, RigidPose pose, Alignment place, double score) {
        Template template = face.template();
        new Deviation(template, before.frame()).into(picture, pose, place.gain(), evidence);
        evidence.gather(face.limits().usualTexture());
        List<GrayF32> light = new ArrayList<>();
        List<GrayF32> dark = new ArrayList<>();
        for (int k = 0; k < Evidence.FILTERS; k++) {
            light.add(raised(face.limits().light().get(k), evidence.light(k), face));
            dark.add(raised(face.limits().dark().get(k), evidence.dark(k), face));
        }
        List<Traits> traits = new ArrayList<>(face.traits());
        traits.add(CrossFitting.traitsOf(place, score, face.gain(), template));
        return new LearnedFace(
                template,
                new EvidenceLimits(light, dark, face.limits().usualTexture()),
                face.folders(),
                face.pictures() + 1,
                face.scale(),
                face.gain(),
                traits);
    }

    private GrayF32 raised(GrayF32 limit, GrayF32 shown, LearnedFace face) {
        GrayF32 powers = shown.createSameShape();
        for (int i = 0; i < powers.data.length; i++) {
            powers.data[i] = (float) SharedPowers.power(shown.data[i]);
        }
        powers = SharedPowers.of(powers, face.template().symmetry(), before.frame());
        double n = face.pictures() + LimitCollector.EXPECTED_WEIGHT;
        GrayF32 out = limit.clone();
        for (int i = 0; i < powers.data.length; i++) {
            double power = SharedPowers.power(limit.data[i]);
            if (powers.data[i] > power) {
                out.data[i] = (float) SharedPowers.root((n * power + powers.data[i]) / (n + 1));
            }
        }
        return out;
    }

    /** {@return what was learned before and since} */
    public Learned learned() {
        double[] more = scores.stream().mapToDouble(Double::doubleValue).toArray();
        return before.with(faces).with(before.calibration().with(more));
    }
}
