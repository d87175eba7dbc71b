package io.github.boofdice.report;

import java.util.List;

/**
 * Pictures under one heading.
 *
 * @param id its anchor in the page
 * @param title the heading
 * @param note how they were chosen
 * @param count how many there are in all, shown or not
 * @param cards those that are shown; may be empty
 * @param left what is said of those that are not shown; may be empty
 * @param none what is said where there is none
 */
record Gallery(String id, String title, String note, String count, List<PictureCard> cards, String left, String none) {
    static Gallery of(String id, String title, String note, String none, BestOf<PictureCard> pictures) {
        List<PictureCard> shown = pictures.best();
        return new Gallery(
                id,
                title,
                note,
                Numbers.count(pictures.offered()),
                shown,
                pictures.offered() > shown.size()
                        ? "The first " + Numbers.count(shown.size()) + " of " + Numbers.count(pictures.offered())
                                + " are shown."
                        : "",
                shown.isEmpty() ? none : "");
    }
}
