package io.github.boofdice.tutorials;

import io.github.boofdice.DiceInspector;
import io.github.boofdice.io.PictureException;
import io.github.boofdice.testdata.SamplePictures;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Tutorial 3, how score and threshold come about: what a false-reject rate promises, and what it does not.
 *
 * <p>The score is how far the strongest place of a picture lies beyond what good pictures show <em>at that place</em>, over that of a typical good picture of the face: 1 is typical. The threshold is the score that good pictures
 * exceed with the stated rate. It comes from good pictures alone, each scored by templates and limits that it did not help to make; a bad picture plays no part.
 *
 * {@snippet file="io/github/boofdice/tutorials/ScoreAndThreshold.java" region="threshold"}
 *
 * <p>Another rate over the same templates needs no learning, but a rate that so few pictures cannot vouch for is refused:
 *
 * {@snippet file="io/github/boofdice/tutorials/ScoreAndThreshold.java" region="rate"}
 *
 * <figure>
 * <img src="doc-files/score-and-threshold.png" alt="Dots on a logarithmic axis: good dice near 1, most bad ones far to the right, and three thresholds between" width="640">
 * <figcaption>Scores of 36 good dice (above) and 36 bad ones (below), none of which was learned from, with the thresholds for 20 %, 5 % and the default of 1 / 73.</figcaption>
 * </figure>
 *
 * <h2>How to read it</h2>
 *
 * <ul>
 *   <li><strong>What is promised:</strong> of many good parts that come as those learned from did (same lamp, lens, printing), about the stated share is rejected. Of 36 at 5 % that is two, but one or four would be no surprise.
 *   <li><strong>What is not:</strong> how many bad parts are found. That depends on the defects; a lower rate moves the line to the right, and faint ones slip under it. It is measured with labelled pictures
 *       ({@link io.github.boofdice.evaluate.Evaluator}), not promised.
 *   <li><strong>Nor for another capture:</strong> under another lamp good parts score higher. The threshold leaves room for a little of that; more is noticed by {@link io.github.boofdice.DriftMonitor} and mended by recalibrating ({@link Production}).
 *   <li><strong>n pictures vouch for 1 / (n + 1):</strong> below that a rate would rest on no picture at all, so it is refused unless {@link io.github.boofdice.DiceInspectorBuilder#allowExtrapolation} lets a fitted tail speak.
 *   <li>{@link io.github.boofdice.Inspection#pValue()} is the same promise for one picture: the share of good pictures expected to score at least as high.
 * </ul>
 *
 * @see io.github.boofdice.decide.Calibration
 * @see io.github.boofdice.DiceInspectorBuilder#falseRejectRate
 */
public final class ScoreAndThreshold {
    private static final int WIDTH = 640;
    private static final int MARGIN = 40;
    private static final int ROW = 46;
    private static final double LEAST = 0.3;
    private static final double MOST = 25;

    private ScoreAndThreshold() {}

    /**
     * Prints the threshold of the model that was learned from test-data's good dice.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        System.out.println(threshold(Drawn.inspector()));
        System.out.println(refusal(Drawn.inspector()).getMessage());
    }

    static String threshold(DiceInspector inspector) {
        // @start region=threshold
        String threshold = String.format(
                Locale.ROOT,
                "%d good pictures; at a rate of %.3f scores above %.2f are anomalous: %s",
                inspector.info().pictures(),
                inspector.info().falseRejectRate(),
                inspector.info().threshold(),
                inspector.info().thresholdSource());
        // @end region=threshold
        return threshold;
    }

    static IllegalArgumentException refusal(DiceInspector inspector) {
        // @start region=rate
        DiceInspector strict = inspector.withFalseRejectRate(0.05); // rejects more of the good, and more of the bad
        try {
            strict.withFalseRejectRate(1e-6);
        } catch (IllegalArgumentException e) {
            return e; // a rate that 72 pictures cannot vouch for
        }
        // @end region=rate
        throw new IllegalStateException("a millionth was accepted");
    }

    static double[] scores(DiceInspector inspector, List<Path> files) throws PictureException {
        double[] scores = new double[files.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = inspector.inspect(files.get(i)).score();
        }
        return scores;
    }

    static BufferedImage figure() throws PictureException {
        DiceInspector inspector = Drawn.inspector();
        BufferedImage figure = new BufferedImage(WIDTH, 3 * ROW + MARGIN, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = figure.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, figure.getHeight());
        int foot = 3 * ROW;
        thresholds(pen, inspector, foot);
        dots(pen, scores(inspector, SamplePictures.normal()), ROW, new Color(0x1f4e9c));
        dots(pen, scores(inspector, SamplePictures.anomalous()), 2 * ROW, new Color(0xd9541c));
        pen.setColor(Color.DARK_GRAY);
        pen.drawString("good", 2, ROW + 5);
        pen.drawString("bad", 2, 2 * ROW + 5);
        pen.drawLine(MARGIN, foot, WIDTH - 8, foot);
        for (String tick : List.of("0.5", "1", "2", "5", "10", "20")) {
            int x = at(Double.parseDouble(tick));
            pen.drawLine(x, foot, x, foot + 5);
            pen.drawString(tick, x - 4 * tick.length(), foot + 20);
        }
        pen.drawString("score", WIDTH - 48, foot + 36);
        pen.dispose();
        return figure;
    }

    private static void thresholds(Graphics2D pen, DiceInspector inspector, int foot) {
        pen.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {4, 3}, 0));
        int line = 0;
        for (double rate : new double[] {0.2, 0.05, inspector.info().falseRejectRate()}) {
            int x = at(inspector.withFalseRejectRate(rate).info().threshold());
            pen.setColor(Color.GRAY);
            pen.drawLine(x, 4, x, foot);
            pen.drawString(String.format(Locale.ROOT, "%.1f %%", 100 * rate), x + 3, 14 + 13 * line++);
        }
        pen.setStroke(new BasicStroke(1));
    }

    private static void dots(Graphics2D pen, double[] scores, int y, Color color) {
        pen.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 130));
        for (int i = 0; i < scores.length; i++) {
            pen.fillOval(at(scores[i]) - 4, y - 8 + 3 * (i % 5), 8, 8);
        }
    }

    private static int at(double score) {
        double share = Math.log(Math.max(LEAST, Math.min(MOST, score)) / LEAST) / Math.log(MOST / LEAST);
        return MARGIN + (int) (share * (WIDTH - MARGIN - 12));
    }
}
