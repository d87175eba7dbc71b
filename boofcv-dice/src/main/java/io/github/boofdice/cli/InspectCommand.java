package io.github.boofdice.cli;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.DriftMonitor;
import io.github.boofdice.DriftReport;
import io.github.boofdice.Inspection;
import io.github.boofdice.io.PictureException;
import io.github.boofdice.io.PictureFolder;
import io.github.boofdice.report.InspectionReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code inspect}: pictures in, one line a picture out. */
@Command(
        name = "inspect",
        description = "Judges pictures: one line each, sorted by path.",
        footer = {
            "With --json each line is an object:",
            "  file       the path",
            "  verdict    \"normal\" or \"anomalous\"",
            "  score      how far from the good dice, dimensionless; above the model's threshold: anomalous",
            "  pValue     share of good dice expected to score at least as high, 0..1",
            "  face       the folder it was learned from",
            "  symmetry   how many turns of the face look alike, 0 = it looks the same at every angle",
            "  pose       x, y: the face's middle in pixels from the picture's middle, y down;",
            "             theta: its turn in radians, clockwise as seen, null where the face has no angle",
            "  converged  false when the face could not be found: the verdict is then anomalous",
            "  regions    where it differs: x, y, width, height of a box, the area and the centroidX, centroidY",
            "             of what differs in it, all in the picture's own pixels, origin top left; polarity",
            "             \"light\" or \"dark\"; contrast in grey levels; peak in limits of good pictures;",
            "             share of the evidence, 0..1, which over regions and dismissed together makes 1",
            "  dismissed  likewise, what differs but does not count: see --min-area, --min-contrast, --only",
            "  explanation  the same in one sentence, for people; its words may change",
            "With --watch a last object tells accepted, rejected and drifts: trait, change (a factor for score, residual and"
                    + " contrast; pixels of the model's frame for right and down, radians for turn), noticedAfter.",
            "A picture that cannot be read gives file and error instead, and the rest go on.",
            "",
            RegionOptions.HELP,
            "",
            "A picture of which no region counts is normal, though its score lies above the threshold. Area and contrast are"
                    + " those of regions in JSON: of a line one pixel wide the contrast is about half of its own.",
            "",
            "--report writes one HTML file that stands alone: each picture with its heat map and regions. It shows at"
                    + " most 150 anomalous and 50 normal pictures, those with the highest scores, and counts the rest.",
            "",
            "Exit code: 0 all normal, 1 an anomaly was found, 2 something could not be read (it beats 1).",
            "",
            "Examples:",
            "  boofcv-dice inspect --model dice.model die.png",
            "  boofcv-dice inspect --model dice.model --json belt/ > found.jsonl",
            "  boofcv-dice inspect --model dice.model belt/ --report found.html",
            "  boofcv-dice inspect --model dice.model belt/ --ignore two=number.png --min-area 6 --only dark"
        })
final class InspectCommand extends Subcommand {
    @Option(names = "--model", required = true, paramLabel = "FILE", description = "The model that learn wrote.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path model;

    @Option(names = "--json", description = "One JSON object a line on standard output.")
    private boolean json;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write one HTML file that shows the pictures, the anomalous first.")
    private @Nullable Path report;

    @Option(
            names = "--watch",
            description = "Say at the end whether the accepted dice have drifted from those learned from: in score,"
                    + " residual, contrast, place or turn. The pictures count in the order of their paths.")
    private boolean watch;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Picture files, and folders to search for them (jpg, jpeg, png, bmp, gif, tif, tiff).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<Path> paths;

    @Mixin
    private final MethodOption method = new MethodOption();

    @Mixin
    private final RegionOptions regions = new RegionOptions();

    @Mixin
    private final RelevanceOptions relevance = new RelevanceOptions();

    InspectCommand(Screen screen) {
        super(screen);
    }

    @Override
    public Integer call() throws Exception {
        if (report != null) {
            OutputFile.check(report);
        }
        if (watch && regions.given()) {
            throw wrong("--watch needs scores of whole faces: leave out --roi and --ignore");
        }
        Map<String, Candidate> candidates = candidates();
        PictureAhead first =
                PictureAhead.of(candidates.values().iterator().next().path());
        Judge judge = method.load(model, whole -> relevance.applyTo(regions.applyTo(whole)));
        if (watch && judge.inspector() != judge.difference()) {
            throw wrong("--watch needs scores of the difference method: add --method difference");
        }
        InspectionReport seen = report == null
                ? null
                : new InspectionReport(
                        "the model " + model.getFileName() + method.words() + regions.words() + relevance.words(),
                        judge.difference(),
                        judge.info());
        DriftMonitor monitor = watch ? monitor(judge.difference()) : null;
        boolean failed = false;
        boolean anomalies = false;
        for (Map.Entry<String, Candidate> entry : candidates.entrySet()) {
            String name = entry.getKey();
            Candidate candidate = entry.getValue();
            try {
                if (candidate.problem() != null) {
                    throw candidate.problem();
                }
                GrayF32 picture = first.read(candidate.path());
                Inspection found = judge.inspector().inspect(picture);
                anomalies |= found.anomalous();
                if (monitor != null) {
                    monitor.add(found);
                }
                if (seen != null) {
                    seen.inspected(name, picture, found);
                }
                if (json) {
                    screen.json(Json.of(name, found));
                } else {
                    screen.say(Words.line(name, found));
                    if (found.anomalous() || !found.dismissed().isEmpty()) {
                        screen.say("           %s", found.explain());
                        Words.regions(found, screen);
                    }
                }
            } catch (IOException e) {
                failed = true;
                String reason = e instanceof PictureException picture ? picture.reason() : Problems.describe(e);
                if (seen != null) {
                    seen.unreadable(name, reason);
                }
                if (json) {
                    screen.json(Json.error(name, reason));
                } else {
                    screen.error(name + ": " + reason);
                }
            }
        }
        if (seen != null && report != null) {
            seen.write(report);
        }
        if (monitor != null) {
            say(monitor.report());
        }
        return failed ? Main.ERROR : anomalies ? Main.ANOMALIES : Main.OK;
    }

    private DriftMonitor monitor(DiceInspector inspector) {
        try {
            return inspector.watch();
        } catch (IllegalStateException e) {
            throw wrong("--watch: " + e.getMessage());
        }
    }

    private void say(DriftReport report) {
        if (json) {
            screen.json(Json.of(report));
        } else if (report.drifted()) {
            screen.warning("drift noticed " + report.explain());
        } else {
            screen.say(report.explain());
        }
    }

    /** What is to be judged, by name; a path that leads to no picture is among it, with the reason. */
    private Map<String, Candidate> candidates() {
        Map<String, Candidate> candidates = new TreeMap<>();
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                candidates.put(name(path), new Candidate(path, null));
                continue;
            }
            try {
                List<Path> found = PictureFolder.list(path);
                if (found.isEmpty()) {
                    throw new PictureException(path.toString(), "a folder without pictures");
                }
                found.forEach(file -> candidates.put(name(file), new Candidate(file, null)));
            } catch (IOException e) {
                candidates.put(name(path), new Candidate(path, e));
            }
        }
        return candidates;
    }

    private static String name(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private record Candidate(Path path, @Nullable IOException problem) {}
}
