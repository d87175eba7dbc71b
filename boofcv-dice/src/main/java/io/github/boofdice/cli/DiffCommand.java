package io.github.boofdice.cli;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.PartComparator;
import io.github.boofdice.PartComparison;
import io.github.boofdice.RegionOfInterest;
import io.github.boofdice.io.PictureException;
import io.github.boofdice.io.PictureReader;
import io.github.boofdice.report.DifferenceReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diff}: a template and a picture in, the boxes of what differs out. */
@Command(
        name = "diff",
        description = "Compares a picture of a flat part, such as a printed board, with a template.",
        footer = {
            "Both are of one size, up to 2048 pixels a side, grey or black and white, and lie on top of each other within some"
                    + " 12 pixels and a degree; what is left of a smooth shift is taken out. TEMPLATE may be a folder of good"
                    + " pictures: what any of them shows at a place is good there.",
            "",
            "With --json one object is written:",
            "  file       the path of the picture",
            "  verdict    \"normal\" or \"anomalous\": whether any place differs",
            "  regions    where it differs, as inspect --json has them: x, y, width, height of a box with a",
            "             small margin; area and centroidX, centroidY of what differs in it, all in the picture's",
            "             own pixels, origin top left; polarity \"light\" or \"dark\"; contrast in grey levels;",
            "             peak in limits; share of the evidence, 0..1",
            "  explanation  the same in one sentence, for people; its words may change",
            "",
            "--roi and --ignore take a picture of the template's size, in which all that is not black is meant, or a text of"
                    + " polygons: a vertex x,y a line in pixels, whole numbers being the middles of pixels, a blank line between"
                    + " polygons, # before a comment. They move with the part.",
            "",
            "--report writes one HTML file that stands alone: the picture with heat map and boxes beside the template.",
            "",
            "Exit code: 0 nothing differs, 1 something does, 2 something could not be read.",
            "",
            "Examples:",
            "  boofcv-dice diff good.png board.png",
            "  boofcv-dice diff good/ board.png --json --ignore label.txt --report board.html"
        })
final class DiffCommand extends Subcommand {
    @Parameters(
            index = "0",
            paramLabel = "TEMPLATE",
            description = "A picture of a good part, or a folder of several, of which the first by path is laid upon.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path template;

    @Parameters(index = "1", paramLabel = "PICTURE", description = "What is compared with it.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path picture;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    @Option(names = "--report", paramLabel = "FILE", description = "Write one HTML file that shows what was found.")
    private @Nullable Path report;

    @Option(
            names = "--roi",
            paramLabel = "REGION",
            description =
                    "A file. Look only inside this region of the template; what several leave is what lies in all.")
    private List<Path> within = new ArrayList<>();

    @Option(
            names = "--ignore",
            paramLabel = "REGION",
            description = "A file. Do not look inside this region. May be given several times.")
    private List<Path> ignoring = new ArrayList<>();

    DiffCommand(Screen screen) {
        super(screen);
    }

    @Override
    public Integer call() throws Exception {
        if (report != null) {
            OutputFile.check(report);
        }
        PartComparator comparator = narrowed(PartComparator.of(template));
        GrayF32 seen = PictureReader.read(picture);
        PartComparison found = compare(comparator, seen);
        String name = picture.toString().replace(picture.getFileSystem().getSeparator(), "/");
        if (json) {
            screen.json(Json.of(name, found));
        } else {
            screen.say("%-9s  %s  %s", Words.verdict(found), name, Words.places(found));
            Words.regions(found.regions(), screen);
        }
        if (report != null) {
            DifferenceReport.write(report, name, seen, found, lastPart(template), comparator.template());
        }
        return found.differs() ? Main.ANOMALIES : Main.OK;
    }

    private PartComparison compare(PartComparator comparator, GrayF32 seen) throws PictureException {
        try {
            return comparator.compare(seen);
        } catch (IllegalArgumentException e) {
            throw new PictureException(picture.toString(), String.valueOf(e.getMessage()), e);
        }
    }

    private PartComparator narrowed(PartComparator whole) throws IOException {
        PartComparator narrowed = whole;
        for (Path file : within) {
            narrowed = narrow(narrowed, "--roi", file);
        }
        for (Path file : ignoring) {
            narrowed = narrow(narrowed, "--ignore", file);
        }
        return narrowed;
    }

    private PartComparator narrow(PartComparator comparator, String option, Path file) throws IOException {
        RegionOfInterest region = RegionOfInterest.read(file, comparator.width(), comparator.height());
        try {
            return option.equals("--roi") ? comparator.within(region) : comparator.ignoring(region);
        } catch (IllegalArgumentException e) {
            throw wrong(option + " " + file + ": " + e.getMessage());
        }
    }
}
