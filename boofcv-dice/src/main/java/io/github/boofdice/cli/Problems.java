package io.github.boofdice.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** Turns exceptions into one line that a user understands. */
final class Problems {
    private Problems() {}

    /** What went wrong, without a stack trace. */
    static String describe(Throwable problem) {
        if (problem instanceof UncheckedIOException && problem.getCause() != null) {
            return describe(problem.getCause());
        }
        if (problem instanceof FileSystemException file) {
            return oneLine(file.getFile() + ": " + reason(file));
        }
        if (problem instanceof IOException || problem instanceof IllegalArgumentException) {
            return oneLine(problem.getMessage() == null ? problem.toString() : problem.getMessage());
        }
        // A fault of ours: the place helps whoever gets the report.
        StackTraceElement[] trace = problem.getStackTrace();
        return oneLine("internal error, please report it: " + problem + (trace.length == 0 ? "" : " at " + trace[0]));
    }

    /** Java's own file exceptions say only which file. */
    private static String reason(FileSystemException problem) {
        if (problem instanceof NoSuchFileException) {
            return "no such file or folder";
        } else if (problem instanceof AccessDeniedException) {
            return "permission denied";
        } else if (problem instanceof NotDirectoryException) {
            return "not a folder";
        }
        return problem.getReason() == null ? problem.getClass().getSimpleName() : problem.getReason();
    }

    static String oneLine(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
