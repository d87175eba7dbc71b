package io.github.boofdice.benchmarks;

import java.nio.file.Path;

/**
 * The state of the source that was measured.
 *
 * @param hash the commit's hash, or "unknown" outside a git work tree
 * @param modified whether tracked files differed from that commit
 */
record Commit(String hash, boolean modified) {
    private static final int SHORT = 7;

    /** The commit that is checked out in a folder. */
    static Commit of(Path folder) {
        String hash = Command.firstLine(folder, "git", "rev-parse", "HEAD").orElse("unknown");
        boolean modified = Command.firstLine(folder, "git", "status", "--porcelain", "--untracked-files=no")
                .isPresent();
        return new Commit(hash, modified);
    }

    /** The hash cut for a file name, with a mark when the source was modified. */
    String label() {
        String cut = hash.substring(0, Math.min(SHORT, hash.length()));
        return modified ? cut + "-modified" : cut;
    }
}
