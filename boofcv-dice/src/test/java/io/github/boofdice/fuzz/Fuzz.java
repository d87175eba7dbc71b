package io.github.boofdice.fuzz;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The command that runs millions of cases, on two threads with a seed each.
 *
 * <p>Arguments: how many cases, a seed, where the results go, where the bytes of findings go. Exit code 1 when something was found.
 */
public final class Fuzz {
    private static final int THREADS = 2;
    private static final int BATCH = 500;

    /** No case takes as long, on however busy a machine. */
    private static final double HANGS_AFTER_SECONDS = 30;

    private static final long LOOK_EVERY_MILLIS = 5_000;

    private final long cases;
    private final long seed;
    private final Path result;
    private final Path found;
    private final List<FuzzRun> runs = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final long start = System.nanoTime();

    private Fuzz(String[] args) {
        cases = Long.parseLong(args[0]);
        seed = Long.parseLong(args[1]);
        result = Path.of(args[2]);
        found = Path.of(args[3]);
    }

    public static void main(String[] args) throws Exception {
        System.exit(new Fuzz(args).run());
    }

    private int run() throws Exception {
        for (int i = 0; i < THREADS; i++) {
            List<FuzzRun> own = new ArrayList<>();
            for (Doors door : Doors.values()) {
                own.add(new FuzzRun(door.open(), seed + i));
            }
            runs.addAll(own);
            threads.add(new Thread(() -> advance(own), "fuzz-" + i));
        }
        threads.forEach(Thread::start);
        List<FuzzRun.Finding> findings = new ArrayList<>(watch());
        for (FuzzRun run : runs) {
            findings.addAll(run.findings());
        }
        for (int i = 0; i < findings.size(); i++) {
            FuzzRun.Finding finding = findings.get(i);
            Path file = Files.createDirectories(found).resolve(finding.target() + "-" + seed + "-" + i);
            Files.write(file, finding.bytes());
            System.err.println("FOUND " + file + ": " + finding.problem());
        }
        write(findings.size());
        for (FuzzRun run : runs) {
            run.target().close();
        }
        return findings.isEmpty() ? 0 : 1;
    }

    /** In turns, so that every kind has been tried whenever somebody stops the command. */
    private void advance(List<FuzzRun> own) {
        boolean more = true;
        while (more) {
            more = false;
            for (int i = 0; i < own.size(); i++) {
                FuzzRun run = own.get(i);
                long share = Doors.values()[i].share(cases / THREADS);
                long batch = Math.min(share - run.cases(), 1 + BATCH * share * THREADS / cases);
                long before = run.cases();
                run.advance(batch);
                more |= run.cases() > before;
            }
        }
    }

    /** Tells how far it has come until all is done, or a case does not come back. */
    private List<FuzzRun.Finding> watch() throws InterruptedException {
        while (threads.stream().anyMatch(Thread::isAlive)) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            for (int i = 0; i < runs.size(); i++) {
                if (runs.get(i).currentSeconds() > HANGS_AFTER_SECONDS) {
                    return List.of(runs.get(i).unfinished(threads.get(i / Doors.values().length)));
                }
            }
            System.err.printf(
                    Locale.ROOT,
                    "%,d of %,d cases, %,.0f a second, %d findings%n",
                    done(),
                    cases,
                    done() / seconds(),
                    runs.stream().mapToInt(run -> run.findings().size()).sum());
        }
        return List.of();
    }

    private long done() {
        return runs.stream().mapToLong(FuzzRun::cases).sum();
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    private void write(int findings) throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        json.addProperty("commit", commit());
        json.addProperty("jdk", Runtime.version().toString());
        json.addProperty("maxHeapMiB", Runtime.getRuntime().maxMemory() >> 20);
        json.addProperty("threads", THREADS);
        json.addProperty("seed", seed);
        json.addProperty("cases", done());
        json.addProperty("seconds", Math.round(seconds()));
        json.addProperty("casesPerSecond", Math.round(done() / seconds()));
        json.addProperty("findings", findings);
        for (Doors door : Doors.values()) {
            List<FuzzRun> own = runs.stream()
                    .filter(run -> runs.indexOf(run) % Doors.values().length == door.ordinal())
                    .toList();
            JsonObject kind = new JsonObject();
            kind.addProperty("cases", own.stream().mapToLong(FuzzRun::cases).sum());
            kind.addProperty(
                    "accepted", own.stream().mapToLong(FuzzRun::accepted).sum());
            kind.addProperty(
                    "slowestMillis",
                    Math.round(own.stream()
                            .mapToDouble(FuzzRun::slowestMillis)
                            .max()
                            .orElse(0)));
            json.add(own.get(0).target().name(), kind);
        }
        String text = new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n";
        Files.writeString(result, text);
        System.err.print(text);
    }

    /** Of the source, with "-modified" where tracked files differ from it. */
    private static String commit() throws IOException {
        String changes = output("git", "status", "--porcelain", "--untracked-files=no", "--", ".", ":!docs/fuzz.json");
        return output("git", "rev-parse", "HEAD") + (changes.isEmpty() ? "" : "-modified");
    }

    private static String output(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            String line = reader.readLine();
            return line == null ? "" : line;
        }
    }
}
