package io.github.boofdice.cli;

import io.github.boofdice.CnnInspector;
import io.github.boofdice.CnnInspectorBuilder;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.DiceInspectorBuilder;
import io.github.boofdice.ExcludedPicture;
import io.github.boofdice.FaceInfo;
import io.github.boofdice.cnn.Network;
import io.github.boofdice.io.PictureWriter;
import io.github.boofdice.learn.LimitMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code learn}: a folder of good pictures in, a model file out. */
@Command(
        name = "learn",
        description = "Learns what good dice look like from a folder of good pictures.",
        footer = {
            "DIR holds one subfolder a pose or face, named as you like: good/one/*.jpg, good/two/*.jpg, ..."
                    + " Pictures: JPEG, PNG, BMP, GIF or TIFF, 32 to 4096 pixels a side. Every one shows a good die;"
                    + " what does not look like its folder is named and left out. So is a file that cannot be read; the"
                    + " model is then written all the same, and the exit code is 2.",
            "",
            "The false-reject rate R is the share of good dice that you accept to lose, between 0 and 1. A small R"
                    + " needs many pictures: below 1/(n+1), n being the number of held-out good pictures, learning"
                    + " refuses unless --extrapolate.",
            "",
            "Limits say what a good die may show at each place; all widen at edges by themselves. standard: counted over"
                    + " all good pictures. robust: bad ones may lie among them; medians are counted, and what scores far above"
                    + " the rest is left out until nothing does. direct: from one good picture a face, or very few; nothing is"
                    + " counted, limits follow from the edges in it and from stated grain, and the false-reject rate is that of"
                    + " copies of the pictures: expect more.",
            "",
            "Examples:",
            "  boofcv-dice learn good/ --model dice.model",
            "  boofcv-dice learn good/ --model dice.model --false-reject-rate 0.005",
            "  boofcv-dice learn good/ --model dice.model --limits robust --assumed-contamination 0.02",
            "  boofcv-dice learn good/ --model dice.model --method combined",
            "  boofcv-dice learn --unlabelled unsorted/ --model dice.model"
        })
final class LearnCommand extends Subcommand {
    @Parameters(
            paramLabel = "DIR",
            description =
                    "Good pictures, one subfolder a pose or face; or a folder whose normal/ holds these subfolders.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path dir;

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "Where to write the model.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path model;

    @Option(
            names = "--unlabelled",
            description =
                    "The pictures are not sorted and lie at any angle: find the faces, name them group-1, group-2, ..."
                            + " by size, and write a small picture of each beside the model.")
    private boolean unlabelled;

    @Option(
            names = "--limits",
            paramLabel = "METHOD",
            description = "standard (the default), robust or direct.",
            converter = LimitMethodConverter.class)
    private LimitMethod limits = LimitMethod.STANDARD;

    @Option(
            names = "--assumed-contamination",
            paramLabel = "SHARE",
            description = "Share of bad pictures among the good, from 0 to below 0.5: as many, those with the highest"
                    + " scores, are named and left out. Needs --limits robust; without it: 0.")
    private double contamination;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = JudgingMethod.WORDS
                    + "; difference without it. The other two learn a network's threshold too, from a"
                    + " fifth of the pictures that is held out: such a model can judge by all three methods.",
            converter = JudgingMethod.Converter.class)
    private JudgingMethod method = JudgingMethod.DIFFERENCE;

    @Option(
            names = "--network",
            paramLabel = "FILE",
            description = "A network that train wrote, instead of the one that comes with the program.")
    private @Nullable Path network;

    @Mixin
    private final RateOptions rate = new RateOptions();

    LearnCommand(Screen screen) {
        super(screen);
    }

    @Override
    public Integer call() throws Exception {
        if (!(contamination >= 0 && contamination < 0.5)) {
            throw wrong("--assumed-contamination must be at least 0 and below 0.5 but is " + contamination);
        }
        if (contamination > 0 && limits != LimitMethod.ROBUST) {
            throw wrong("--assumed-contamination needs --limits robust but the limits are " + limits.word());
        }
        if (network != null && !method.needsNetwork()) {
            throw wrong("--network needs --method cnn or combined");
        }
        OutputFile.check(model);
        DiceInspectorBuilder builder = rate.applyTo(DiceInspector.builder())
                .unlabelled(unlabelled)
                .limits(limits)
                .assumedContamination(contamination)
                .progress(screen.progress());
        DiceInspector inspector = method.needsNetwork() ? learnWithNetwork(builder) : learn(builder);
        screen.say("model written to %s", model);
        if (unlabelled) {
            writePictures(inspector);
        }
        boolean allRead = inspector.info().excluded().stream().allMatch(ExcludedPicture::readable);
        return allRead ? Main.OK : Main.ERROR;
    }

    private DiceInspector learn(DiceInspectorBuilder builder) throws IOException {
        DiceInspector inspector = builder.learn(dir);
        inspector.save(model);
        Words.info(inspector.info(), rate.chosenForTheUser(), screen);
        return inspector;
    }

    private DiceInspector learnWithNetwork(DiceInspectorBuilder builder) throws IOException {
        CnnInspectorBuilder with = network == null ? builder.withNetwork() : builder.withNetwork(Network.read(network));
        CnnInspector inspector = with.learn(dir);
        inspector.save(model);
        Words.info(inspector.difference().info(), rate.chosenForTheUser(), screen);
        Words.network(inspector, screen);
        return inspector.difference();
    }

    /** Reads a method as {@link LimitMethod#word} writes it. */
    static final class LimitMethodConverter implements ITypeConverter<LimitMethod> {
        @Override
        public LimitMethod convert(String word) {
            return Arrays.stream(LimitMethod.values())
                    .filter(method -> method.word().equals(word))
                    .findFirst()
                    .orElseThrow(
                            () -> new TypeConversionException("it is " + word + " but not standard, robust or direct"));
        }
    }

    /** Without labels nobody knows what group-1 is before having seen it. */
    private void writePictures(DiceInspector inspector) throws IOException {
        for (FaceInfo face : inspector.info().faces()) {
            Path file = model.resolveSibling(model.getFileName() + "." + face.name() + ".png");
            PictureWriter.writePng(inspector.picture(face.name()), file);
            screen.say("picture of %s written to %s", face.name(), file);
        }
    }
}
