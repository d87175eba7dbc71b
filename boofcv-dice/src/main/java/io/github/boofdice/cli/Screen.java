package io.github.boofdice.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.github.boofdice.ProgressListener;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a command writes: JSON to standard output, words and a progress bar to standard error. */
final class Screen {
    /** Made when the first object is written: most runs write words. */
    private static final class Writer {
        private static final Gson GSON =
                new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    }

    private final PrintStream out;
    private final PrintStream err;
    private final @Nullable ProgressBar bar;

    Screen(PrintStream out, PrintStream err, @Nullable ProgressBar bar) {
        this.out = out;
        this.err = err;
        this.bar = bar;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /** Draws a bar on a terminal and does nothing elsewhere. */
    ProgressListener progress() {
        return bar == null ? ProgressListener.SILENT : bar;
    }

    /** Takes the bar off the terminal. */
    void clear() {
        if (bar != null) {
            bar.clear();
        }
    }

    /** One object, one line, at once: who reads a pipe need not wait for the end. */
    void json(JsonObject object) {
        clear();
        out.print(Writer.GSON.toJson(object) + "\n");
        out.flush();
    }

    void say(String format, Object... values) {
        clear();
        line(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }

    void error(String line) {
        clear();
        line("error: " + line);
    }

    void warning(String line) {
        clear();
        line("warning: " + line);
    }

    /** Names come from models and folders of strangers: they must not break the line or steer the terminal. */
    private void line(String text) {
        err.println(text.replaceAll("\\p{Cntrl}", " "));
    }
}
