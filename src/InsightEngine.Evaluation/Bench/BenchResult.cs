using System.Globalization;

namespace InsightEngine.Evaluation.Bench;

/// <summary>One measured figure (a median), how far its measurements lie apart, and the goal that it is held to.</summary>
/// <param name="N">How many measurements, or calls, it rests on.</param>
sealed record BenchResult(string What, double Value, string Unit, int N, double Min, double Max, BenchGoal? Goal = null)
{
    public static BenchResult Of(string what, IReadOnlyCollection<double> measured, string unit = "", BenchGoal? goal = null, int? n = null) =>
        new(what, Percentile(measured, 0.5), unit, n ?? measured.Count, measured.Min(), measured.Max(), goal);

    public bool Missed => Goal?.IsMetBy(Value) == false;

    /// <summary>The smallest value that so many of all lie at or below.</summary>
    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }

    /// <summary>A share needs two decimals, a speed none.</summary>
    public static string Number(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}

sealed record BenchGoal(double Limit, bool AtLeast)
{
    public static BenchGoal NoLess(double limit) => new(limit, AtLeast: true);

    public static BenchGoal NoMore(double limit) => new(limit, AtLeast: false);

    public bool IsMetBy(double value) => AtLeast ? value >= Limit : value <= Limit;

    public override string ToString() => $"{(AtLeast ? "≥" : "≤")} {BenchResult.Number(Limit)}";
}
