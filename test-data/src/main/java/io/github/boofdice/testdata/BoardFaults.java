package io.github.boofdice.testdata;

import java.util.ArrayList;
import java.util.List;

/** Finds places on a sound board where defects of each kind fit, well apart from each other. */
final class BoardFaults {
    /** A defect before it is seen: pieces that are added, or cut out. */
    record Fault(BoardDefectKind kind, List<BoardShape> shapes) {
        double left() {
            return shapes.stream().mapToDouble(s -> s.x() - s.reachX()).min().orElseThrow();
        }

        double right() {
            return shapes.stream().mapToDouble(s -> s.x() + s.reachX()).max().orElseThrow();
        }

        double top() {
            return shapes.stream().mapToDouble(s -> s.y() - s.reachY()).min().orElseThrow();
        }

        double bottom() {
            return shapes.stream().mapToDouble(s -> s.y() + s.reachY()).max().orElseThrow();
        }
    }

    /** So far apart are two defects, in pixels. */
    private static final double APART = 16;

    private static final double FROM_EDGE = 24;
    private static final int TRIES = 3000;

    private final BoardPlan plan;
    private final BoardField sound;
    private final SeededRandom random;
    private final List<Fault> found = new ArrayList<>();

    private BoardFaults(BoardPlan plan, int side, long seed) {
        this.plan = plan;
        sound = plan.seen(BoardWarp.none(side));
        random = new SeededRandom(SeededRandom.mix(seed, 720));
    }

    static List<Fault> of(BoardPlan plan, int side, int count, long seed) {
        BoardFaults faults = new BoardFaults(plan, side, seed);
        BoardDefectKind[] kinds = BoardDefectKind.values();
        int first = faults.random.below(kinds.length);
        for (int tries = 0; tries < TRIES && faults.found.size() < count; tries++) {
            // Every sixth has its turn; where a kind does not fit, the next one has.
            faults.tryOne(kinds[(first + faults.found.size() + tries / 100) % kinds.length]);
        }
        return faults.found;
    }

    private void tryOne(BoardDefectKind kind) {
        List<BoardShape> shapes = switch (kind) {
            case OPEN -> open();
            case SHORT -> bridge();
            case SPUR -> spur();
            case MOUSE_BITE -> bite();
            case PINHOLE -> pinhole();
            case STRAY_COPPER -> stray();
        };
        if (shapes.isEmpty()) {
            return;
        }
        Fault fault = new Fault(kind, shapes);
        boolean inside = fault.left() > FROM_EDGE
                && fault.top() > FROM_EDGE
                && fault.right() < sound.side - FROM_EDGE
                && fault.bottom() < sound.side - FROM_EDGE;
        if (inside && found.stream().noneMatch(other -> near(fault, other))) {
            found.add(fault);
        }
    }

    /** Small ones are more frequent than large ones. */
    private double small(double least, double most) {
        double u = random.uniform();
        return least + (most - least) * u * u;
    }

    private static boolean near(Fault a, Fault b) {
        return a.left() < b.right() + APART
                && b.left() < a.right() + APART
                && a.top() < b.bottom() + APART
                && b.top() < a.bottom() + APART;
    }

    /** A place on a track: x, y, direction, half width, and which way is out. */
    private double[] onTrack() {
        BoardPlan.Piece piece = plan.tracks.get(random.below(plan.tracks.size()));
        double dx = piece.x1() - piece.x0();
        double dy = piece.y1() - piece.y0();
        double length = Math.sqrt(dx * dx + dy * dy);
        double at = random.uniform(0.15, 0.85);
        double out = random.uniform() < 0.5 ? 1 : -1;
        return new double[] {
            piece.x0() + at * dx, piece.y0() + at * dy, dx / length, dy / length, piece.halfWidth(), out
        };
    }

    private List<BoardShape> open() {
        if (plan.tracks.isEmpty()) {
            return List.of();
        }
        double[] t = onTrack();
        double gap = small(2, 13);
        double half = t[4] + 1.5;
        double rounding = Math.min(gap, half) * 0.4;
        // Copper goes on along the track either side, so that it is a gap and not an end.
        if (sound.at(t[0] + (gap + 4) * t[2], t[1] + (gap + 4) * t[3]) < 3
                || sound.at(t[0] - (gap + 4) * t[2], t[1] - (gap + 4) * t[3]) < 3) {
            return List.of();
        }
        return List.of(new BoardShape(t[0], t[1], t[2], t[3], gap - rounding, half - rounding, rounding));
    }

    private List<BoardShape> bridge() {
        if (plan.tracks.isEmpty()) {
            return List.of();
        }
        double[] t = onTrack();
        double nx = -t[3] * t[5];
        double ny = t[2] * t[5];
        double from = t[4] - 1;
        double to = t[4] + 4;
        while (to < t[4] + 30 && sound.at(t[0] + to * nx, t[1] + to * ny) < 1) {
            to++;
        }
        if (to >= t[4] + 30) {
            return List.of();
        }
        double half = random.uniform(2, 5);
        return List.of(
                BoardShape.line(t[0] + from * nx, t[1] + from * ny, t[0] + (to + 1) * nx, t[1] + (to + 1) * ny, half));
    }

    private List<BoardShape> spur() {
        if (plan.tracks.isEmpty()) {
            return List.of();
        }
        double[] t = onTrack();
        double nx = -t[3] * t[5];
        double ny = t[2] * t[5];
        double half = small(2, 6);
        double length = t[4] + half + small(2.5, 16);
        for (double beyond = t[4] + 2.5; beyond < length + 4; beyond++) {
            if (sound.at(t[0] + beyond * nx, t[1] + beyond * ny) > -half - 1.5) {
                if (sound.at(t[0] + beyond * nx, t[1] + beyond * ny) > 0 || beyond > t[4] + half + 2) {
                    return List.of();
                }
            }
        }
        double tip = length - half;
        double lean = random.uniform(-3, 3);
        return List.of(BoardShape.line(
                t[0] + (t[4] - 2) * nx,
                t[1] + (t[4] - 2) * ny,
                t[0] + tip * nx + lean * t[2],
                t[1] + tip * ny + lean * t[3],
                half));
    }

    private List<BoardShape> bite() {
        if (plan.tracks.isEmpty()) {
            return List.of();
        }
        double[] t = onTrack();
        double nx = -t[3] * t[5];
        double ny = t[2] * t[5];
        double depth = Math.min(2 * t[4] - 2.5, random.uniform(0.4, 0.75) * 2 * t[4]);
        double radius = Math.max(depth * random.uniform(0.6, 0.9), 2.5);
        double middle = t[4] - depth + radius;
        // The edge must be one: no pad or plane goes on there.
        if (depth < 3.5 || sound.at(t[0] + (t[4] + 3) * nx, t[1] + (t[4] + 3) * ny) > -2) {
            return List.of();
        }
        double along = small(0, 7);
        double lean = random.uniform(-1, 1) * (along + 2);
        double x = t[0] + middle * nx;
        double y = t[1] + middle * ny;
        return List.of(
                BoardShape.line(x - along * t[2], y - along * t[3], x + along * t[2], y + along * t[3], radius),
                BoardShape.disc(x + nx + lean * t[2], y + ny + lean * t[3], radius * 0.8));
    }

    private List<BoardShape> pinhole() {
        double radius = small(2, 9);
        double x;
        double y;
        if (!plan.wide.isEmpty() && random.uniform() < 0.6) {
            double[] place = plan.wide.get(random.below(plan.wide.size()));
            x = place[0] + random.uniform(-1, 1) * place[2];
            y = place[1] + random.uniform(-1, 1) * place[3];
        } else {
            x = random.uniform(FROM_EDGE, sound.side - FROM_EDGE);
            y = random.uniform(FROM_EDGE, sound.side - FROM_EDGE);
        }
        if (sound.at(x, y) < Math.min(BoardField.FAR - 0.5, radius + 2)) {
            return List.of();
        }
        return List.of(
                BoardShape.disc(x, y, radius),
                BoardShape.disc(x + random.uniform(-1.2, 1.2), y + random.uniform(-1.2, 1.2), radius * 0.8));
    }

    private List<BoardShape> stray() {
        double radius = small(2.5, 11);
        double x = random.uniform(FROM_EDGE, sound.side - FROM_EDGE);
        double y = random.uniform(FROM_EDGE, sound.side - FROM_EDGE);
        double nearest = sound.at(x, y);
        if (nearest > -BoardField.FAR + 0.5) {
            radius = Math.min(radius, -nearest - 2.5);
        } else {
            radius = Math.min(radius, BoardField.FAR - 2.5);
        }
        if (radius < 2.5) {
            return List.of();
        }
        double reach = radius * small(0, 1.5);
        double angle = random.uniform(0, Math.PI);
        double dx = reach * StrictMath.cos(angle);
        double dy = reach * StrictMath.sin(angle);
        if (sound.at(x + dx, y + dy) > -radius * 0.7 - 2 || sound.at(x - dx, y - dy) > -radius * 0.7 - 2) {
            return List.of(BoardShape.disc(x, y, radius));
        }
        return List.of(BoardShape.disc(x, y, radius), BoardShape.line(x - dx, y - dy, x + dx, y + dy, radius * 0.7));
    }
}
