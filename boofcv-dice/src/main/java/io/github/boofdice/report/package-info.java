/**
 * Writes down what an evaluation or an inspection found.
 *
 * <p>What enters: an {@link io.github.boofdice.evaluate.Evaluation}, and the pictures as they go by. What leaves: files that people and
 * programs read, a CSV table ({@link io.github.boofdice.report.PictureCsv}) and HTML pages
 * ({@link io.github.boofdice.report.EvaluationReport}, {@link io.github.boofdice.report.InspectionReport},
 * {@link io.github.boofdice.report.ComparisonReport}). The next stage, {@code cli},
 * hands them to the user. The pages need XChart, Batik's SVG generator and JMustache at run time, which are in the command line's jar and
 * do not come with the library.
 *
 * <p>How a page is made: a template of its own, such as {@code evaluation.html} among the resources, names the pieces that it is put
 * together from, {@code {{>head.html}}} first and {@code {{>foot.html}}} last. A record of the page's class has one component for each name
 * that the pieces use, and {@code Pages.fill} joins the two; {@code WholeFile} of {@code io} writes the bytes. A further page is a new
 * template and a new class, no new piece:
 *
 * <ul>
 *   <li>{@code head.html} and {@code foot.html}: {@code title}, {@code lead}; {@code small} (may be empty)
 *   <li>{@code notices.html}: {@code notices}, a list of {@code Notice}; empty where all is well
 *   <li>{@code tiles.html}: {@code tiles}, a list of {@code Tile}; they stand in rows of four
 *   <li>{@code confusions.html}: {@code confusions}, a list of {@code ConfusionTable}, one for each method; inside {@code <section
 *       class="panels">}, where charts stand beside them
 *   <li>{@code figures.html}: {@code tables}, a list of {@code FigureTable}, a column a method; beside the charts
 *   <li>{@code charts.html}: {@code charts}, a list of {@code Chart}, drawn by {@code ChartTheme.both} for light pages and for dark ones
 *   <li>{@code contents.html} and {@code galleries.html}: {@code galleries}, a list of {@code Gallery}; its cards are chosen by a {@code
 *       BestOf} while thousands of pictures go by. The {@code others} of a {@code PictureCard} say what other methods made of the
 *       picture
 *   <li>{@code faces.html}: {@code faces}, the {@code FaceCard.Faces} of a model
 * </ul>
 */
@NullMarked
package io.github.boofdice.report;

import org.jspecify.annotations.NullMarked;
