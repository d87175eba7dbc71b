package io.github.boofdice.spark;

import io.github.boofdice.io.PictureFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;

/**
 * Pictures that Spark's sources leave out without a word: empty files, as a full disk leaves them, and what {@code _} or {@code .} begins, files or folders. They are listed here, so that no picture goes missing.
 */
final class PassedOver {
    private PassedOver() {}

    /** A row with an error for each. */
    static List<Row> rows(String folder, Configuration hadoop) throws IOException {
        Path root = new Path(folder);
        List<Row> rows = new ArrayList<>();
        search(root.getFileSystem(hadoop), root, false, rows);
        return rows;
    }

    // Not FileSystem.listFiles: on a local disk it starts a process a file to learn its permissions.
    private static void search(FileSystem system, Path folder, boolean hidden, List<Row> rows) throws IOException {
        for (FileStatus status : system.listStatus(folder)) {
            Path path = status.getPath();
            String name = path.getName();
            boolean below = hidden || name.startsWith("_") || name.startsWith(".");
            if (status.isDirectory()) {
                search(system, path, below, rows);
            } else if (PictureFolder.isPicture(java.nio.file.Path.of(name))) {
                if (below) {
                    rows.add(ResultTable.error(
                            path.toString(), "not read: Spark passes over names that begin with _ or ."));
                } else if (status.getLen() == 0) {
                    rows.add(ResultTable.error(path.toString(), "the file is empty"));
                }
            }
        }
    }
}
