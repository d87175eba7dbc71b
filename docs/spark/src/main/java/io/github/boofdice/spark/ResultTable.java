package io.github.boofdice.spark;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DefectRegion;
import io.github.boofdice.Inspection;
import io.github.boofdice.Pose;
import io.github.boofdice.io.PictureWriter;
import io.github.boofdice.score.Polarity;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The columns of the results: named and meant as the fields of {@code boofcv-dice inspect --json}, and beside them a heat map. */
final class ResultTable {
    /** Grey levels of the heat map for the limit of good pictures: white is four times as much and beyond. */
    static final float LIMIT = 64;

    private static final StructType POSE =
            new StructType().add("x", DoubleType).add("y", DoubleType).add("theta", DoubleType);

    private static final StructType REGION = new StructType()
            .add("x", IntegerType)
            .add("y", IntegerType)
            .add("width", IntegerType)
            .add("height", IntegerType)
            .add("area", IntegerType)
            .add("centroidX", DoubleType)
            .add("centroidY", DoubleType)
            .add("polarity", StringType)
            .add("contrast", DoubleType)
            .add("peak", DoubleType)
            .add("share", DoubleType);

    /** All are null but the file and its error, or the error is; the heat map, an 8-bit grey PNG, is that of a reject. */
    static final StructType COLUMNS = new StructType()
            .add("file", StringType)
            .add("verdict", StringType)
            .add("score", DoubleType)
            .add("pValue", DoubleType)
            .add("face", StringType)
            .add("symmetry", IntegerType)
            .add("pose", POSE)
            .add("converged", BooleanType)
            .add("regions", DataTypes.createArrayType(REGION))
            .add("dismissed", DataTypes.createArrayType(REGION))
            .add("explanation", StringType)
            .add("error", StringType)
            .add("heatMap", BinaryType);

    private ResultTable() {}

    static Row row(String file, Inspection found) {
        return RowFactory.create(
                file,
                found.verdict().word(),
                found.score(),
                found.pValue(),
                found.face(),
                found.symmetry(),
                pose(found.pose()),
                found.converged(),
                regions(found.regions()),
                regions(found.dismissed()),
                found.explain(),
                null,
                found.anomalous() ? picture(found.heatMap()) : null);
    }

    static Row error(String file, String reason) {
        @Nullable Object[] values = new Object[COLUMNS.size()];
        values[COLUMNS.fieldIndex("file")] = file;
        values[COLUMNS.fieldIndex("error")] = reason;
        return RowFactory.create(values);
    }

    private static Row pose(Pose pose) {
        return RowFactory.create(pose.x(), pose.y(), pose.hasAngle() ? pose.theta() : null);
    }

    private static Row[] regions(List<DefectRegion> regions) {
        return regions.stream().map(ResultTable::region).toArray(Row[]::new);
    }

    private static Row region(DefectRegion region) {
        return RowFactory.create(
                region.x(),
                region.y(),
                region.width(),
                region.height(),
                region.area(),
                region.centroidX(),
                region.centroidY(),
                region.polarity() == Polarity.LIGHT ? "light" : "dark",
                region.contrast(),
                region.peak(),
                region.share());
    }

    private static byte[] picture(GrayF32 heat) {
        GrayF32 levels = heat.createSameShape();
        for (int y = 0; y < heat.height; y++) {
            for (int x = 0; x < heat.width; x++) {
                levels.set(x, y, LIMIT * heat.get(x, y));
            }
        }
        return PictureWriter.png(levels);
    }
}
