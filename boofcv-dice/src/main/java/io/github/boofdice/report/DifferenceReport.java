package io.github.boofdice.report;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.PartComparison;
import io.github.boofdice.io.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One HTML file that shows where a picture of a flat part differs from its template. The file stands alone: it asks for nothing over the net and runs no script. */
public final class DifferenceReport {
    private DifferenceReport() {}

    /**
     * Writes the file whole or not at all; an existing one is replaced.
     *
     * @param file where to; its folder exists
     * @param name of the picture
     * @param picture what was compared; not modified
     * @param found where it differs
     * @param templateName what it was compared with, as the reader should see it
     * @param template the plane that it was laid upon; not modified
     * @throws IOException when it cannot be written
     */
    public static void write(
            Path file, String name, GrayF32 picture, PartComparison found, String templateName, GrayF32 template)
            throws IOException {
        PictureCard card = PictureCard.of(name, picture, found);
        Page page = new Page(
                lastPart(name) + " beside its template",
                "Compared with " + templateName + ", " + template.width + " x " + template.height + " pixels.",
                List.of(new Tile("Regions", Numbers.count(found.regions().size()), "")),
                List.of(new Gallery("picture", "The picture", "", "1", List.of(card), "", "")),
                Thumbnail.grey(template, Thumbnail.LARGE_SIDE),
                Thumbnail.LARGE_SIDE);
        WholeFile.write(file, Pages.fill("difference.html", page));
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private record Page(
            String title, String lead, List<Tile> tiles, List<Gallery> galleries, String template, int side) {}
}
