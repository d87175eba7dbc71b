package io.github.boofdice.report;

import io.github.boofdice.Pose;
import io.github.boofdice.evaluate.Evaluation;
import io.github.boofdice.evaluate.JudgedPicture;
import io.github.boofdice.io.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * One line a judged picture: {@value #HEADER}.
 *
 * <p>The file is relative to the evaluated folder, with '/' between the parts, and the lines are sorted by it. Truth and
 * verdict are {@code normal} or {@code anomalous}; score and p-value are dimensionless; x and y are pixels from the
 * picture's middle, y down; theta is in radians, clockwise as seen, and empty where the face has no angle; converged is
 * {@code true} or {@code false}. Numbers have a decimal point and all their digits, whatever the locale. UTF-8, lines end
 * with a line feed, and a field that holds a comma, a quote or a line break is quoted as RFC 4180 says. Files that could
 * not be read are not in it.
 */
public final class PictureCsv {
    /** The first line. */
    public static final String HEADER = "file,truth,verdict,score,pValue,face,x,y,theta,converged";

    private PictureCsv() {}

    /**
     * Writes the table to a file; an existing one is replaced once the new one is complete.
     *
     * @param evaluation what to write
     * @param file where to
     * @throws IOException when the file cannot be written
     */
    public static void write(Evaluation evaluation, Path file) throws IOException {
        StringBuilder table = new StringBuilder();
        write(evaluation, table);
        WholeFile.write(file, table.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes the table.
     *
     * @param evaluation what to write
     * @param out where to; not closed
     * @throws IOException when {@code out} throws it
     */
    public static void write(Evaluation evaluation, Appendable out) throws IOException {
        out.append(HEADER).append('\n');
        for (JudgedPicture picture : evaluation.pictures()) {
            out.append(line(picture)).append('\n');
        }
    }

    private static String line(JudgedPicture picture) {
        Pose pose = picture.pose();
        return String.join(
                ",",
                quoted(picture.file()),
                picture.truth().word(),
                picture.verdict().word(),
                Double.toString(picture.score()),
                Double.toString(picture.pValue()),
                quoted(picture.face()),
                Double.toString(pose.x()),
                Double.toString(pose.y()),
                pose.hasAngle() ? Double.toString(pose.theta()) : "",
                Boolean.toString(picture.converged()));
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
