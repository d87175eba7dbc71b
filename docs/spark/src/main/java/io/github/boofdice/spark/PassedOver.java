package io.github.boofdice.spark;

import io.github.boofdice.io.PictureFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Row;

/**
 * Pictures that Spark's sources leave out without a word: empty files, as a full disk leaves them, and what {@code _} or {@code .} begins, files or folders. They are listed here, so that no picture goes missing.
 */
final class PassedOver {
    private PassedOver() {}

    /** A row with an error for each. */
    static List<Row> rows(String folder, Configuration hadoop) throws IOException {
        Path root = new Path(folder);
        FileSystem system = root.getFileSystem(hadoop);
        String above = system.makeQualified(root).toString();
        RemoteIterator<LocatedFileStatus> files = system.listFiles(root, true);
        List<Row> rows = new ArrayList<>();
        while (files.hasNext()) {
            FileStatus file = files.next();
            String path = file.getPath().toString();
            if (!PictureFolder.isPicture(java.nio.file.Path.of(file.getPath().getName()))) {
                continue;
            }
            if (isHidden(path.substring(above.length()))) {
                rows.add(ResultTable.error(path, "not read: Spark passes over names that begin with _ or ."));
            } else if (file.getLen() == 0) {
                rows.add(ResultTable.error(path, "the file is empty"));
            }
        }
        return rows;
    }

    private static boolean isHidden(String below) {
        return below.contains("/_") || below.contains("/.");
    }
}
