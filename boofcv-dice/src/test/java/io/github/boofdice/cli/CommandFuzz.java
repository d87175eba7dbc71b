package io.github.boofdice.cli;

import io.github.boofdice.fuzz.FuzzTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Command lines: exit code 0, 1 or 2, an error in words where it is 2, and never a stack trace. */
public final class CommandFuzz implements FuzzTarget {
    /** Stands between arguments; a line break or a NUL may well be in one. */
    private static final String BETWEEN = "\u001e";

    private final FuzzFolder folder = new FuzzFolder();

    /** Writes the files that the commands work on. */
    public CommandFuzz() throws IOException {}

    @Override
    public String name() {
        return "command-line";
    }

    @Override
    public byte[] make(long number) {
        return String.join(BETWEEN, RandomCommandLines.any(new SplittableRandom(number)))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean accepts(byte[] bytes) throws IOException {
        String line = new String(bytes, StandardCharsets.UTF_8).replace(RandomCommandLines.FOLDER, folder.slashed(""));
        Run run = Run.of((Object[]) (line.isEmpty() ? new String[0] : line.split(BETWEEN, -1)));
        if (line.contains("learn") || RandomCommandLines.WRITING.stream().anyMatch(line::contains)) {
            folder.restore();
        }
        String all = run.out() + run.err();
        if (run.code() < Main.OK || run.code() > Main.ERROR) {
            throw new AssertionError("exit code " + run.code());
        }
        for (String trace : List.of("\tat ", "Exception in thread", "internal error", "java.lang.", "\" is null")) {
            if (all.contains(trace)) {
                throw new AssertionError(trace + " in: " + all);
            }
        }
        boolean told = run.err().lines().anyMatch(l -> l.startsWith("error: "))
                || run.out().contains("\"error\":");
        if (told != (run.code() == Main.ERROR)) {
            throw new AssertionError("exit code " + run.code() + " with: " + all);
        }
        if (run.err().lines().anyMatch(l -> l.chars().anyMatch(Character::isISOControl))) {
            throw new AssertionError("control characters in: " + run.err());
        }
        return run.code() != Main.ERROR;
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
