using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace InsightEngine.Signals;

/// <summary>One linear model a label over the same features, kept as one ML.NET model file. Thread-safe.</summary>
sealed class LinearHeads
{
    readonly (float[] Weights, float Bias)[] heads;

    LinearHeads(IEnumerable<LinearModelParameters> models) =>
        heads = [.. models.Select(model => (model.Weights.ToArray(), model.Bias))];

    /// <summary>The score of each label: log-odds, not calibrated.</summary>
    public float[] Score((int[] Indices, float[] Values) features)
    {
        var scores = new float[heads.Length];
        for (var head = 0; head < heads.Length; head++)
        {
            var (weights, score) = heads[head];
            for (var i = 0; i < features.Indices.Length; i++)
                score += weights[features.Indices[i]] * features.Values[i];
            scores[head] = score;
        }
        return scores;
    }

    public static LinearHeads Load(string file)
    {
        var chain = (TransformerChain<ITransformer>)new MLContext().Model.Load(file, out _);
        return Of(chain);
    }

    internal static LinearHeads Of(IEnumerable<ITransformer> heads) =>
        new(heads.Select(head => (LinearModelParameters)((ISingleFeaturePredictionTransformer<object>)head).Model));
}
