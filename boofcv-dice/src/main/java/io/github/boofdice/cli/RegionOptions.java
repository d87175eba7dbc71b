package io.github.boofdice.cli;

import io.github.boofdice.DiceInspector;
import io.github.boofdice.FaceInfo;
import io.github.boofdice.ModelInfo;
import io.github.boofdice.RegionFormatException;
import io.github.boofdice.RegionOfInterest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say where on a face to look. */
final class RegionOptions {
    /** What the help of the commands says about the files. */
    static final String HELP =
            "--roi and --ignore take a picture of the model's frame size, in which all that is not black is meant, or"
                    + " a text of polygons: a vertex x,y a line in pixels, whole numbers being the middles of pixels, a blank line"
                    + " between polygons, # before a comment. Draw over what info --pictures writes: the region turns and shifts with"
                    + " the die. On a face that looks the same after a turn it counts in each of these poses, on one that looks the"
                    + " same at every angle as rings. Leave a margin of some 10 pixels (of 128) round what is to be ignored: a mark shows"
                    + " in its neighbourhood too. The threshold stays: scores can only fall.";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Option(
            names = "--roi",
            paramLabel = "[FACE=]FILE",
            description =
                    "Look only inside this region, on one face or on all; what several leave is what lies in all.")
    private List<String> within = new ArrayList<>();

    @Option(
            names = "--ignore",
            paramLabel = "[FACE=]FILE",
            description = "Do not look inside this region, on one face or on all. May be given several times.")
    private List<String> ignoring = new ArrayList<>();

    boolean given() {
        return !within.isEmpty() || !ignoring.isEmpty();
    }

    /** The inspector that looks where the options say. */
    DiceInspector applyTo(DiceInspector inspector) throws RegionFormatException {
        DiceInspector narrowed = inspector;
        for (String value : within) {
            narrowed = narrow(narrowed, "--roi", value);
        }
        for (String value : ignoring) {
            narrowed = narrow(narrowed, "--ignore", value);
        }
        return narrowed;
    }

    private DiceInspector narrow(DiceInspector inspector, String option, String value) throws RegionFormatException {
        ModelInfo info = inspector.info();
        // Names hold what folders' names hold, = too: the longest that fits is meant.
        Optional<String> face = info.faces().stream()
                .map(FaceInfo::name)
                .filter(name -> value.startsWith(name + "="))
                .max(Comparator.comparingInt(String::length));
        String file = face.map(name -> value.substring(name.length() + 1)).orElse(value);
        try {
            RegionOfInterest region = RegionOfInterest.read(Path.of(file), info.frameWidth(), info.frameHeight());
            boolean roi = option.equals("--roi");
            if (face.isEmpty()) {
                return roi ? inspector.within(region) : inspector.ignoring(region);
            }
            return roi ? inspector.within(face.get(), region) : inspector.ignoring(face.get(), region);
        } catch (InvalidPathException e) {
            throw wrong(option + " is no file's name: " + e.getReason());
        } catch (IllegalArgumentException e) {
            throw wrong(option + " " + value + ": " + e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    /** Where it looks, to go on with a sentence; nothing where it looks everywhere. */
    String words() {
        return (within.isEmpty() ? "" : ", looking only at " + String.join(" and ", within))
                + (ignoring.isEmpty() ? "" : ", ignoring " + String.join(" and ", ignoring));
    }
}
