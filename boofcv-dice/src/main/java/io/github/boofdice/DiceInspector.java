package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.align.Aligner;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.decide.Calibration;
import io.github.boofdice.decide.DriftCharts;
import io.github.boofdice.decide.Recalibration;
import io.github.boofdice.decide.Traits;
import io.github.boofdice.image.FrameFit;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.io.GrayPictures;
import io.github.boofdice.io.PictureException;
import io.github.boofdice.learn.FurtherLearner;
import io.github.boofdice.learn.Learned;
import io.github.boofdice.learn.LearnedFace;
import io.github.boofdice.score.Difference;
import io.github.boofdice.score.FaceScorer;
import io.github.boofdice.score.GreyDifference;
import io.github.boofdice.score.Polarity;
import io.github.boofdice.score.RegionFinder;
import io.github.boofdice.template.Template;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamField;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Learned from good pictures alone, tells for any picture whether the part is anomalous, which face it shows, where it lies and where it differs.
 *
 * <pre>{@code
 * DiceInspector inspector = DiceInspector.builder().learn(Path.of("good"));
 * Inspection found = inspector.inspect(Path.of("today.jpg"));
 * if (found.anomalous()) {
 *     found.regions().forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>Immutable and safe for many threads: the same picture gets the same answer on each. Serialized form: the model file, as {@link #save} writes it; what is read from it inspects bit for bit alike. One that looks at a part of a face only, or by which not
 * everything counts, is refused with a {@link NotSerializableException}, since the file does not keep that: say it again where the inspector arrives.
 *
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/FirstInspection.html">Tutorial: the first inspection</a>
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/Production.html">Tutorial: production</a>
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/ManyPictures.html">Tutorial: many pictures</a>
 */
public final class DiceInspector implements Inspector, Serializable {
    private static final long serialVersionUID = 1L;

    /** None: the model file stands in the stream. */
    @SuppressWarnings("UnusedVariable") // Java looks for it
    private static final ObjectStreamField[] serialPersistentFields = {};

    /** A region goes on over pixels above this share of the level that rejects. */
    private static final double REGION_EDGE = 0.5;

    private final Learned learned;
    private final Set<FileFingerprint> sources;
    private final PictureLevels.Factory levels;
    private final Aligner aligner;
    private final List<PixelDisc> scored;
    /** Each made when its face is first seen: most programs that judge one picture need one. Two threads may make one twice, which are alike. */
    private final @Nullable FaceScorer[] scorers;

    private final Relevance relevance;
    private final ThreadLocal<Memory> memory;

    DiceInspector(Learned learned, Set<FileFingerprint> sources) {
        this(learned, sources, aligner(learned), wholeFaces(learned), Relevance.EVERYTHING);
    }

    private DiceInspector(
            Learned learned,
            Set<FileFingerprint> sources,
            Aligner aligner,
            List<PixelDisc> scored,
            Relevance relevance) {
        this.learned = learned;
        this.sources = Set.copyOf(sources);
        this.aligner = aligner;
        this.scored = scored;
        this.relevance = relevance;
        levels = new PictureLevels.Factory(learned.frame());
        scorers = new FaceScorer[scored.size()];
        memory = ThreadLocal.withInitial(() -> new Memory(levels.memory(), new FaceScorer.Memory(learned.frame())));
    }

    private static Aligner aligner(Learned learned) {
        return new Aligner(
                learned.faces().stream().map(LearnedFace::template).toList(),
                new PictureLevels.Factory(learned.frame()));
    }

    private static List<PixelDisc> wholeFaces(Learned learned) {
        return Collections.nCopies(learned.faces().size(), PixelDisc.scored(learned.frame()));
    }

    /** The same with other calibration, limits or sources; templates, where it looks and what counts stay. */
    DiceInspector with(Learned other, Set<FileFingerprint> otherSources) {
        return new DiceInspector(other, otherSources, aligner, scored, relevance);
    }

    /**
     * Begins to learn a new inspector.
     *
     * @return a builder with the defaults
     */
    public static DiceInspectorBuilder builder() {
        return new DiceInspectorBuilder();
    }

    /**
     * Loads what {@link #save} wrote; the result inspects bit for bit like what was saved.
     *
     * @param file the model file; not trusted
     * @return the inspector
     * @throws ModelFormatException if the file is truncated, altered, of a later version or no model at all
     * @throws IOException if it cannot be read
     */
    public static DiceInspector load(Path file) throws IOException {
        return ModelFile.read(file);
    }

    /**
     * Saves the model; an existing file is replaced only once the new one is complete. Where to look and what counts is not part of it.
     *
     * @param file where to
     * @throws IOException if it cannot be written
     */
    public void save(Path file) throws IOException {
        ModelFile.write(this, file);
    }

    @Override
    public Inspection inspect(GrayF32 picture) {
        return judge(look(picture));
    }

    /** The planes that a thread works on. */
    private record Memory(PictureLevels.Factory.Memory levels, FaceScorer.Memory scores) {}

    /** Lays a picture upon its face and compares them. The next call of the same thread overwrites the planes of what is returned. */
    Look look(GrayF32 picture) {
        GrayF32 grey = FrameFit.fit(learned.frame(), GrayPictures.checked(picture));
        Memory own = memory.get();
        PictureLevels prepared = levels.prepare(grey, own.levels);
        Alignment place = aligner.align(prepared);
        double upper = learned.calibration().threshold()
                * learned.faces().get(place.template()).scale();
        FaceScorer.Scored compared =
                scorer(place.template()).compare(prepared, place.pose(), place.gain(), upper, own.scores);
        PictureFrame frame = new PictureFrame(picture.width, picture.height, learned.frame(), compared.pose());
        return new Look(prepared, place, compared, frame);
    }

    private FaceScorer scorer(int face) {
        FaceScorer made = scorers[face];
        if (made == null) {
            LearnedFace one = learned.faces().get(face);
            made = new FaceScorer(one.template(), one.limits(), learned.frame(), scored.get(face));
            scorers[face] = made;
        }
        return made;
    }

    Inspection judge(Look seen) {
        LearnedFace face = learned.faces().get(seen.face());
        Calibration calibration = learned.calibration();
        Difference difference = seen.compared().difference();
        double score = difference.raw() / face.scale();
        double upper = calibration.threshold() * face.scale();
        return judge(
                seen, score, threshold(), pValue(seen, calibration, score), difference.map(), upper, difference.heat());
    }

    static double pValue(Look seen, Calibration calibration, double score) {
        return seen.place().converged() ? calibration.pValue(score) : calibration.pValueOfFailure();
    }

    /**
     * The verdict over a score.
     *
     * @param map of which regions are made where it lies above half of {@code upper}
     * @param heat shown
     */
    Inspection judge(
            Look seen, double score, double threshold, double pValue, GrayF32 map, double upper, GrayF32 heat) {
        Alignment place = seen.place();
        LearnedFace face = learned.faces().get(seen.face());
        PictureFrame frame = seen.frame();
        List<DefectRegion> regions = RegionFinder.find(
                        map,
                        upper,
                        REGION_EDGE * upper,
                        () -> GreyDifference.of(seen.prepared(), face.template(), seen.pose(), place.gain()))
                .stream()
                .map(frame::region)
                .toList();
        List<DefectRegion> counting = regions.stream().filter(relevance::counts).toList();
        boolean allDismissed = counting.isEmpty() && !regions.isEmpty();
        boolean anomalous = !place.converged() || (score > threshold && !allDismissed);
        return new Inspection(
                anomalous ? Verdict.ANOMALOUS : Verdict.NORMAL,
                score,
                pValue,
                face.template().name(),
                face.template().symmetry(),
                frame.pose(face.template()),
                place.status(),
                place.residual() * face.gain(),
                place.gain() / face.gain(),
                frame.heatMap(heat),
                counting,
                regions.stream().filter(region -> !relevance.counts(region)).toList());
    }

    /** Scores above this are anomalous. */
    double threshold() {
        return learned.calibration().threshold();
    }

    @Override
    public boolean learnedFrom(FileFingerprint file) {
        return sources.contains(file);
    }

    /**
     * The same templates and scores under another false-reject rate.
     *
     * @param rate stated false-reject rate, in (0, 1)
     * @return a new inspector
     * @throws IllegalArgumentException if the rate lies outside (0, 1), or below what the calibration scores can vouch for, 1 / (n + 1)
     */
    public DiceInspector withFalseRejectRate(double rate) {
        double least = Calibration.leastRate(learned.calibration().size());
        if (rate < least) {
            throw new IllegalArgumentException("false-reject rate is " + rate + " but "
                    + learned.calibration().size() + " scores vouch for no less than " + least);
        }
        return with(learned.with(learned.calibration().at(rate)), sources);
    }

    /**
     * Looks on every face only inside a region; regions given before go on to count, so that what lies in all of them is looked at.
     *
     * <p>The part is still aligned by all of it. The score is the greatest inside the region, under the same threshold: looking at less can only lower it (but for a symmetric
     * face, of which not all poses are tried once one scores below nine tenths of the threshold), and a verdict can only change from anomalous to normal. p-values are those of the whole face, so they claim too little rather than too much. Evidence is gathered over a
     * neighbourhood: a strong mark that lies up to about 10 pixels (of 128) beyond the region's edge still shows inside. On a face that looks the same after a turn the region counts in each of
     * these poses, since nothing tells them apart; on one that looks the same at every angle it is rings.
     *
     * @param region in the pose of {@link #picture}, of the model's frame size
     * @return a new inspector; {@link #save} does not keep the region
     * @throws IllegalArgumentException if the region has another size, or leaves nothing of some face to look at
     */
    public DiceInspector within(RegionOfInterest region) {
        return narrowed(allFaces(), region, true);
    }

    /**
     * Likewise, on one face.
     *
     * @param face its name, as {@link #info} lists it
     * @param region in the pose of {@link #picture}, of the model's frame size
     * @return a new inspector
     * @throws IllegalArgumentException if there is no such face, the region has another size, or leaves nothing to look at
     */
    public DiceInspector within(String face, RegionOfInterest region) {
        return narrowed(IntStream.of(index(face)), region, true);
    }

    /**
     * Looks on no face inside a region, nor inside those given before. What is said of {@link #within(RegionOfInterest)} holds.
     *
     * @param region in the pose of {@link #picture}, of the model's frame size
     * @return a new inspector; {@link #save} does not keep the region
     * @throws IllegalArgumentException if the region has another size, or leaves nothing of some face to look at
     */
    public DiceInspector ignoring(RegionOfInterest region) {
        return narrowed(allFaces(), region, false);
    }

    /**
     * Likewise, on one face.
     *
     * @param face its name, as {@link #info} lists it
     * @param region in the pose of {@link #picture}, of the model's frame size
     * @return a new inspector
     * @throws IllegalArgumentException if there is no such face, the region has another size, or leaves nothing to look at
     */
    public DiceInspector ignoring(String face, RegionOfInterest region) {
        return narrowed(IntStream.of(index(face)), region, false);
    }

    private IntStream allFaces() {
        return IntStream.range(0, scored.size());
    }

    private DiceInspector narrowed(IntStream faces, RegionOfInterest region, boolean inside) {
        List<PixelDisc> narrowed = new ArrayList<>(scored);
        faces.forEach(f -> narrowed.set(
                f, region.narrow(scored.get(f), learned.faces().get(f).template(), inside)));
        return new DiceInspector(learned, sources, aligner, List.copyOf(narrowed), relevance);
    }

    /**
     * The same with another rule of what counts. A picture whose score lies above the threshold is normal nevertheless where none of its regions counts; score,
     * p-value and heat map stay as they are.
     *
     * @param counts what counts, instead of what did before
     * @return a new inspector; {@link #save} does not keep the rule
     */
    public DiceInspector withRelevance(Relevance counts) {
        return new DiceInspector(learned, sources, aligner, scored, Objects.requireNonNull(counts, "counts"));
    }

    /**
     * The same templates with the threshold moved to where good pictures score now, under another lamp, say: at least {@value Recalibration#FEWEST} that can be
     * aligned, better 20 or more, of different parts and all faces, none of which was learned from: those score too low. Their middle is taken from them, their spread from learning. No picture is kept.
     *
     * <p>The stated rate is that of many pictures. Tests on drawn numbers hold less than 1.7 times a stated 0.5 % with a hundred later pictures, 2.6 times with twenty, 3.2 times with ten; where the
     * scores have risen so far that so few pictures could not hold the rate at all, more are asked for.
     *
     * @param good what this inspector found in good pictures of now that it was not learned from, whatever its verdict
     * @return a new inspector; {@link #info} tells by which factor the scores were moved, and names pictures that were left out because they score far above the others
     * @throws LearningException if they are too few, or they score so differently that learning again is called for
     * @throws IllegalArgumentException if one was found by an inspector with other faces
     * @throws IllegalStateException if this inspector looks at a part of a face only: recalibrate first, then say where to look
     */
    public DiceInspector recalibrate(List<Inspection> good) throws LearningException {
        wholeFacesOnly("recalibrating");
        return new Recalibrator(this).recalibrate(good);
    }

    /**
     * Likewise, from the good pictures in a folder.
     *
     * @param dir good pictures, in subfolders or not; files that cannot be read, or were learned from, are left out and named in {@link #info}
     * @param progress hears how many pictures are done
     * @return a new inspector
     * @throws LearningException if there is no such folder, its pictures are too few, or they score so differently that learning again is called for
     * @throws IOException if the folder cannot be searched
     * @throws IllegalStateException if this inspector looks at a part of a face only: recalibrate first, then say where to look
     */
    public DiceInspector recalibrate(Path dir, ProgressListener progress) throws IOException {
        wholeFacesOnly("recalibrating");
        return new Recalibrator(this).recalibrate(dir, progress);
    }

    /**
     * Learns further good pictures, wrongly rejected ones say, without the old ones. Templates stay; at each pixel where a picture shows more evidence than the limit of the n pictures before, the limit rises as if that had been the
     * power mean of what those showed: towards ((n L^8 + r^8) / (n + 1))^(1/8). That is about what learning all anew would make of it: one picture among hundreds moves little, and several like it are needed before such a part is
     * accepted. No limit falls. The scores that the pictures had before join those that set the threshold. A method for a few parts; where all parts score higher, {@link #recalibrate(List)} is the one.
     *
     * @param good pictures that were not learned from; the folder of each is the name of its face, or another folder that it was learned from, as {@link #info} lists them
     * @return a new inspector
     * @throws LearningException if there is none, or one is of another size or has levels outside 0..255, does not align, shows another face, or scores more than {@value FurtherLearner#MOST_SCORE} times the threshold: it looks like a bad
     *     part, and once learned it would hide others; nothing is learned then
     */
    public DiceInspector learnOn(List<GoodPicture> good) throws LearningException {
        return new FurtherPictures(this).learn(good);
    }

    /**
     * Likewise, from files of one face.
     *
     * @param face its name, or another folder that it was learned from, as {@link #info} lists them
     * @param files good pictures; this inspector has then been {@linkplain #learnedFrom learned from} them
     * @return a new inspector
     * @throws LearningException likewise, and if a file was learned from already
     * @throws PictureException if a file cannot be read as a picture
     */
    public DiceInspector learnOn(String face, List<Path> files) throws PictureException, LearningException {
        return new FurtherPictures(this).learn(face, files);
    }

    /**
     * Begins to watch whether what is inspected moves away from what was learned, or last recalibrated with.
     *
     * @return a new monitor
     * @throws IllegalStateException if fewer than {@value DriftCharts#FEWEST} good pictures could be held out while learning, or if this inspector looks at a part of a
     *     face only: its scores are no longer those that were learned
     */
    public DriftMonitor watch() {
        wholeFacesOnly("watching for drift");
        return new DriftMonitor(this);
    }

    /** Scores of a part of a face are lower than those that were learned, and must not be held against them. */
    private void wholeFacesOnly(String what) {
        if (looksAtAPart()) {
            throw new IllegalStateException(what + " needs scores of whole faces, but only a part is looked at");
        }
    }

    private boolean looksAtAPart() {
        int whole = PixelDisc.scored(learned.frame()).size();
        return scored.stream().anyMatch(disc -> disc.size() < whole);
    }

    /** Index of a face. */
    int index(String face) {
        for (int f = 0; f < learned.faces().size(); f++) {
            if (learned.faces().get(f).template().name().equals(face)) {
                return f;
            }
        }
        throw new IllegalArgumentException("this model has no face " + face);
    }

    /** What is noted of an inspection, in pixels of the model's frame. */
    Traits traits(Inspection found) {
        double scale = FrameFit.scale(learned.frame(), found.heatMap().width, found.heatMap().height);
        Pose pose = found.pose();
        return Traits.of(
                found.score(), found.residual(), found.gain(), scale * pose.x(), scale * pose.y(), pose.theta());
    }

    /** Of the good pictures of each face. */
    List<List<Traits>> traits() {
        return learned.faces().stream().map(LearnedFace::traits).toList();
    }

    /** Of those that would be accepted. */
    List<List<Traits>> traitsOfAccepted() {
        double most = StrictMath.log(learned.calibration().threshold());
        return traits().stream()
                .map(face -> face.stream().filter(t -> t.score() <= most).toList())
                .toList();
    }

    /**
     * What was learned, in figures.
     *
     * @return a summary
     */
    public ModelInfo info() {
        Calibration calibration = learned.calibration();
        return new ModelInfo(
                learned.libraryVersion(),
                learned.frame().width(),
                learned.frame().height(),
                learned.faces().stream().map(DiceInspector::info).toList(),
                calibration.size(),
                calibration.failed(),
                calibration.rate(),
                calibration.threshold(),
                calibration.source(),
                calibration.level().pictures(),
                calibration.level().factor(),
                learned.limits(),
                learned.leftOut().stream()
                        .map(p -> new ExcludedPicture(p.name(), p.reason(), p.readable()))
                        .toList());
    }

    /**
     * What a face's good pictures look like on average.
     *
     * @param face its name, as {@link #info} lists it
     * @return grey levels 0..255 of the model's frame; a copy
     * @throws IllegalArgumentException if there is no such face
     */
    public GrayF32 picture(String face) {
        return template(face).grey().clone();
    }

    /**
     * How far a face's good pictures stray at each pixel, one way.
     *
     * @param face its name, as {@link #info} lists it
     * @param way which deviations: of pixels that are lighter than usual, or darker
     * @return typical deviation in grey levels of the band-pass, at least 0, in the model's frame; a copy
     * @throws IllegalArgumentException if there is no such face
     */
    public GrayF32 spread(String face, Polarity way) {
        Template template = template(face);
        return (way == Polarity.LIGHT ? template.spreadLight() : template.spreadDark()).clone();
    }

    private Template template(String face) {
        return learned.faces().get(index(face)).template();
    }

    private static FaceInfo info(LearnedFace face) {
        String name = face.template().name();
        return new FaceInfo(
                name,
                face.folders().stream().filter(f -> !f.equals(name)).toList(),
                face.pictures(),
                face.template().symmetry());
    }

    /** @throws NotSerializableException if a model file would not hold all of this */
    void requireSavedWhole() throws NotSerializableException {
        if (looksAtAPart() || !relevance.equals(Relevance.EVERYTHING)) {
            throw new NotSerializableException(
                    DiceInspector.class.getName()
                            + ": a model file does not keep where to look and what counts; send the whole inspector and say it where it arrives");
        }
    }

    /**
     * Hands over to the model file.
     *
     * @return what stands in the stream
     * @throws NotSerializableException if a model file would not hold all of this
     */
    private Object writeReplace() throws NotSerializableException {
        return SerializedInspector.of(this);
    }

    /**
     * Refuses fields.
     *
     * @param in not read
     * @throws InvalidObjectException always
     */
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedInspector.refused();
    }

    /** The pixels of each face that are scored. */
    List<PixelDisc> scored() {
        return scored;
    }

    Learned learned() {
        return learned;
    }

    Set<FileFingerprint> sources() {
        return sources;
    }
}
