package io.github.boofdice.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.Inspector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job over some thousand drawn pictures, beside the command line over the same. */
class InspectFolderTest {
    @TempDir
    private static Path folder;

    private static SparkSession spark;
    private static Inspector inspector;
    private static Path pictures;
    /** What the command line says of them, in the columns of the results and without their last, the heat map. */
    private static List<Row> said;

    @BeforeAll
    static void judgeByTheCommandLine() throws IOException, InterruptedException {
        pictures = folder.resolve("belt");
        Belt.write(pictures);
        Path model = folder.resolve("dice.model");
        Belt.learn().save(model);
        inspector = InspectFolder.load(model);
        Path lines = folder.resolve("said.jsonl");
        CommandLine.inspect(model, pictures, lines);
        spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .getOrCreate();
        said = comparable(spark.read().schema(ResultTable.COLUMNS).json(lines.toString()));
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void verdictsAreThoseOfTheCommandLineBitForBit(int parts) {
        Path results = folder.resolve("results-" + parts);

        Dataset<Row> inspected = InspectFolder.inspected(spark, inspector, pictures.toString(), parts);
        assertThat(inspected.javaRDD().getNumPartitions()).isEqualTo(parts);
        inspected.write().parquet(results.toString());

        List<Row> rows = comparable(spark.read().parquet(results.toString()));
        assertThat(rows).hasSize(Belt.PICTURES + Belt.UNREADABLE);
        assertThat(rows).isEqualTo(said);
    }

    private static List<Row> comparable(Dataset<Row> rows) {
        return rows.drop("heatMap").orderBy("file").collectAsList();
    }
}
