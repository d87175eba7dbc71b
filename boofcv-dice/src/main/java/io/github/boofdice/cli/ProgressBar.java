package io.github.boofdice.cli;

import io.github.boofdice.ProgressListener;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line on a terminal that shows how far a job has come; it overwrites itself. */
final class ProgressBar implements ProgressListener {
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintStream terminal;
    private long drawnAt = System.nanoTime() - REDRAW_NANOS;
    private int drawnLength;

    ProgressBar(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** A bar where standard error is a terminal, else null: no log file wants one. */
    static @Nullable ProgressBar ifTerminal(PrintStream standardError) {
        return isTerminal() ? new ProgressBar(standardError) : null;
    }

    /**
     * Java cannot ask about standard error alone. Linux can; elsewhere there is a console when neither standard input
     * nor standard output is redirected, which is close enough.
     */
    @SuppressWarnings("SystemConsoleNull") // it is null again with the console that the property asks for
    private static boolean isTerminal() {
        Path standardError = Path.of("/proc/self/fd/2");
        if (Files.isSymbolicLink(standardError)) {
            try {
                String target = Files.readSymbolicLink(standardError).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            } catch (IOException | SecurityException e) {
                return false;
            }
        }
        // JDK 22 to 24 otherwise give a console that is there even where all is redirected.
        System.setProperty("jdk.console", "java.base");
        return System.console() != null;
    }

    @Override
    public synchronized void progress(String stage, int done, int total) {
        long now = System.nanoTime();
        if (now - drawnAt < REDRAW_NANOS && done < total) {
            return;
        }
        drawnAt = now;
        int filled = total <= 0 ? 0 : (int) ((long) WIDTH * Math.min(done, total) / total);
        String line = String.format(
                Locale.ROOT, "[%s%s] %d/%d %s", "#".repeat(filled), ".".repeat(WIDTH - filled), done, total, stage);
        terminal.print("\r" + line + " ".repeat(Math.max(0, drawnLength - line.length())));
        terminal.flush();
        drawnLength = line.length();
    }

    /** Wipes the line. */
    synchronized void clear() {
        if (drawnLength > 0) {
            terminal.print("\r" + " ".repeat(drawnLength) + "\r");
            terminal.flush();
            drawnLength = 0;
        }
    }
}
