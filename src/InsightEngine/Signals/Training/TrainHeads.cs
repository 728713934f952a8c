using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace InsightEngine.Signals.Training;

/// <summary>Rows of features and the labels of each, as the heads learn from them.</summary>
sealed record LabelledRows(int FeatureCount, IReadOnlyList<(int[] Indices, float[] Values)> Features, IReadOnlyList<IReadOnlySet<string>> Labels);

/// <summary>
/// Logistic regression, one a label, by stochastic dual coordinate ascent on one thread: the same rows give the same weights. Labels
/// are learned beside each other.
/// </summary>
static class TrainHeads
{
    const int Seed = 1;

    public static IReadOnlyList<ITransformer> Train(LabelledRows rows, float l2, int iterations)
    {
        var heads = new ITransformer[SignalLabels.All.Count];
        Parallel.For(0, heads.Length, label => heads[label] = Train(rows, SignalLabels.All[label], l2, iterations));
        return heads;
    }

    static BinaryPredictionTransformer<LinearBinaryModelParameters> Train(LabelledRows rows, string label, float l2, int iterations)
    {
        var ml = new MLContext(Seed);
        var view = ml.Data.LoadFromEnumerable(
            rows.Features.Zip(rows.Labels, (features, labels) => new Example(labels.Contains(label), features, rows.FeatureCount)), Schema(rows.FeatureCount));
        return ml.BinaryClassification.Trainers.SdcaNonCalibrated(new SdcaNonCalibratedBinaryTrainer.Options
        {
            LossFunction = new LogLoss(),
            L2Regularization = l2,
            L1Regularization = 0,
            MaximumNumberOfIterations = iterations,
            ConvergenceTolerance = 1e-9f,
            NumberOfThreads = 1,
        }).Fit(ml.Data.Cache(view));
    }

    /// <summary>Writes the heads as one model file; the same heads give the same bytes.</summary>
    public static void Save(IReadOnlyList<ITransformer> heads, int featureCount, string file)
    {
        var ml = new MLContext(Seed);
        var schema = ml.Data.LoadFromEnumerable<Example>([], Schema(featureCount)).Schema;
        using var saved = new MemoryStream();
        ml.Model.Save(new TransformerChain<ITransformer>([.. heads]), schema, saved);
        NormalisedZip.Write(saved, file);
    }

    static SchemaDefinition Schema(int featureCount)
    {
        var schema = SchemaDefinition.Create(typeof(Example));
        schema[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, featureCount);
        return schema;
    }

    sealed class Example(bool label, (int[] Indices, float[] Values) features, int count)
    {
        public Example() : this(false, ([], []), 0) { }

        public bool Label { get; set; } = label;

        public VBuffer<float> Features { get; set; } = new(count, features.Indices.Length, features.Values, features.Indices);
    }
}
