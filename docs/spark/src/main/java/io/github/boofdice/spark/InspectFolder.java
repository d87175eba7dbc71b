package io.github.boofdice.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.github.boofdice.CnnInspector;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspector;
import io.github.boofdice.io.PictureException;
import io.github.boofdice.io.PictureReader;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Inspects all pictures below a folder with Apache Spark and writes a row each as Parquet: {@link ResultTable} says what is in it.
 *
 * <p>The model is broadcast, so that it travels once to each executor, and its tasks share one inspector. A picture that cannot be read is a row with its error.
 */
public final class InspectFolder {
    /** As {@code boofcv-dice inspect} chooses them, in capitals or small letters. */
    private static final String PICTURES =
            "*.{[jJ][pP][gG],[jJ][pP][eE][gG],[pP][nN][gG],[bB][mM][pP],[gG][iI][fF],[tT][iI][fF],[tT][iI][fF][fF]}";

    private static final String TOO_LONG =
            "longer than " + PictureReader.MAX_BYTES + " bytes, as no picture of an allowed size is";

    private static final Encoder<Row> ROW = Encoders.row(ResultTable.COLUMNS);

    private InspectFolder() {}

    /**
     * Runs the job.
     *
     * @param args the model file, on this machine; the folder of pictures and the one for results, which must not be there yet, wherever Spark finds them; optionally into how many parts the work is cut at most
     * @throws IOException if the model cannot be read, or the folder not be searched
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 3 && args.length != 4) {
            System.err.println("usage: InspectFolder MODEL PICTURES RESULTS [PARTS]");
            System.exit(2);
        }
        int parts = args.length == 4 ? Integer.parseInt(args[3]) : Integer.MAX_VALUE;
        try (SparkSession spark = SparkSession.builder().appName("boofcv-dice").getOrCreate()) {
            inspected(spark, load(Path.of(args[0])), args[1], parts).write().parquet(args[2]);
        }
    }

    /** A model with a network judges by both methods, as the command line does. */
    static Inspector load(Path model) throws IOException {
        return CnnInspector.isModel(model) ? CnnInspector.load(model).combined() : DiceInspector.load(model);
    }

    /** One row a picture below the folder; computed when it is asked for. */
    static Dataset<Row> inspected(SparkSession spark, Inspector inspector, String folder, int parts)
            throws IOException {
        Broadcast<Inspector> shared =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(inspector);
        Dataset<Row> files = spark.read()
                .format("binaryFile")
                .option("recursiveFileLookup", true)
                .option("pathGlobFilter", PICTURES)
                .load(folder);
        // The length is known before: of a file that is too long no byte is read.
        Column tooLong = col("length").gt(PictureReader.MAX_BYTES);
        Dataset<Row> judged = files.where(not(tooLong))
                .select("path", "content")
                .map((MapFunction<Row, Row>) file -> inspect(shared.value(), file.getString(0), file.getAs(1)), ROW);
        Dataset<Row> refused = files.where(tooLong)
                .select("path")
                .map((MapFunction<Row, Row>) file -> ResultTable.error(file.getString(0), TOO_LONG), ROW);
        Dataset<Row> passedOver =
                spark.createDataset(PassedOver.rows(folder, spark.sparkContext().hadoopConfiguration()), ROW);
        return judged.union(refused).union(passedOver).coalesce(parts);
    }

    private static Row inspect(Inspector inspector, String file, byte[] content) {
        try {
            return ResultTable.row(file, inspector.inspect(PictureReader.decode(content, file)));
        } catch (PictureException e) {
            return ResultTable.error(file, e.reason());
        }
    }
}
