package io.github.boofdice.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.DiceInspector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The job over some thousand drawn pictures, beside the command line over the same. */
class InspectFolderTest {
    @TempDir
    private static Path folder;

    private static SparkSession spark;
    private static DiceInspector inspector;
    private static String pictures;
    /** What the command line says of them, in the columns of the results and without their last, the heat map. */
    private static List<Row> said;

    @BeforeAll
    static void judgeByTheCommandLine() throws IOException, InterruptedException {
        Path belt = folder.resolve("belt");
        Belt.write(belt);
        inspector = Belt.learn();
        Path model = folder.resolve("dice.model");
        inspector.save(model);
        Path lines = folder.resolve("said.jsonl");
        CommandLine.inspect(model, belt, lines);
        // Two cores, and a task may fail once.
        spark = SparkSession.builder()
                .master("local[2,2]")
                .config("spark.ui.enabled", false)
                .getOrCreate();
        pictures = belt.toString();
        said = comparable(spark.read().schema(ResultTable.COLUMNS).json(lines.toString()));
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void verdictsAreThoseOfTheCommandLineBitForBit(int parts) throws IOException {
        assertThat(comparable(results(parts))).isEqualTo(said);
        assertThat(said).hasSize(Belt.PICTURES + Belt.UNREADABLE);
    }

    @ParameterizedTest
    @EnumSource
    void aTaskThatDiesOnceIsRetriedAndNoRowIsLostOrStandsTwice(DisturbedInspector.Disturbance disturbance)
            throws IOException {
        String results = folder.resolve("once-" + disturbance).toString();
        DisturbedInspector disturbed = new DisturbedInspector(inspector, disturbance);

        InspectFolder.inspected(spark, disturbed, pictures, 2).write().parquet(results);

        assertThat(disturbed.retried()).isGreaterThan(Belt.PICTURES / 4);
        assertThat(disturbed.seen()).isGreaterThan(Belt.PICTURES + 100);
        assertThat(comparable(spark.read().parquet(results))).isEqualTo(said);
    }

    @Test
    void whatCannotBeReadIsARowWithItsError() throws IOException {
        List<Row> errors = results(2)
                .where("error is not null")
                .select("file", "error", "verdict")
                .orderBy("file")
                .collectAsList();

        assertThat(errors)
                .extracting(
                        row -> row.getString(0).substring(row.getString(0).indexOf("belt/")) + ": " + row.getString(1))
                .containsExactly(
                        "belt/.thumbnails/hidden.png: not read: Spark passes over names that begin with _ or .",
                        "belt/hour 0/cut short.png: damaged PNG (Error reading PNG image data)",
                        "belt/hour 0/empty.png: the file is empty",
                        "belt/hour 1/words.jpg: not a picture (JPEG, PNG, BMP, GIF and TIFF are read)",
                        "belt/hour 2/_hidden.png: not read: Spark passes over names that begin with _ or .",
                        "belt/hour 2/giant.png: longer than 135266304 bytes, as no picture of an allowed size is");
        assertThat(errors).allSatisfy(row -> assertThat(row.isNullAt(2)).isTrue());
    }

    @Test
    void rejectsBringTheirHeatMapsAndOthersDoNot() throws IOException {
        List<Row> rows = results(2).collectAsList();

        assertThat(rows).allSatisfy(row -> {
            byte[] heat = row.getAs("heatMap");
            assertThat(heat != null).isEqualTo("anomalous".equals(row.getAs("verdict")));
            if (heat != null) {
                assertThat(ImageIO.read(new ByteArrayInputStream(heat)).getWidth())
                        .isEqualTo(48);
            }
        });
    }

    @Test
    void theTestsRunWithTheOptionsThatSparkSubmitAdds() {
        assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments())
                .contains(JavaModuleOptions.defaultModuleOptionArray());
    }

    /** What the job writes in so many parts; written once. */
    private static Dataset<Row> results(int parts) throws IOException {
        Path results = folder.resolve("in-" + parts);
        if (Files.notExists(results)) {
            Dataset<Row> inspected = InspectFolder.inspected(spark, inspector, pictures, parts);
            assertThat(inspected.javaRDD().getNumPartitions()).isEqualTo(parts);
            inspected.write().parquet(results.toString());
        }
        return spark.read().parquet(results.toString());
    }

    /** Of the command line or of the job, in one order, named alike; without what Spark passes over. */
    private static List<Row> comparable(Dataset<Row> rows) {
        return rows.drop("heatMap")
                .withColumn("file", regexp_replace(col("file"), "^file:", ""))
                .where("file not rlike 'belt.*/[._]'")
                .orderBy("file")
                .collectAsList();
    }
}
