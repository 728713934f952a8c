using InsightEngine.Signals.Training;

namespace InsightEngine.Evaluation.Signals;

/// <summary>A figure with its 95 % interval; null where there is nothing to take it from.</summary>
sealed record Figure(double Value, double Low, double High);

/// <summary>How well one label is found.</summary>
/// <param name="N">Utterances that carry it.</param>
/// <param name="F1">The mean over companies, as the other figures.</param>
sealed record LabelScore(string Label, int N, int Said, Figure? F1, Figure? Precision, Figure? Recall);

/// <summary>Figures of the signals of talks: means over companies, intervals by resampling the pairs of each company.</summary>
sealed record SignalScores(
    int Companies, int Utterances, Figure? MacroF1, Figure? CalibrationError, IReadOnlyList<LabelScore> Labels, IReadOnlyDictionary<string, double> MacroF1ByCompany)
{
    const int Samples = 1000;
    const int Bins = 10;
    static readonly string[] Kinds =
        ["progress", "blocker", "commitment", "recognition", "constructive", "help", "growth", "wellbeing", "concern", "decision", "priority_shift"];
    static readonly string[] Others = ["sensitive", "injection", "done", "dropped"];

    public static SignalScores Of(IReadOnlyList<JudgedUtterance> judged)
    {
        var whole = judged.GroupBy(j => j.Company).Select(company => new Company(company.Key, [.. company.GroupBy(j => j.Pair).Select(Pair.Of)])).ToList();
        var random = new Random(1);
        var samples = Enumerable.Range(0, Samples).Select(_ => whole.ConvertAll(company => company.Drawn(random))).ToList();
        Figure? Measure(Func<List<Company>, double?> figure) => figure(whole) is { } value ? Interval(value, samples.Select(figure)) : null;
        Figure? MeasureLabel(string label, Func<Counts, double?> figure) => Measure(companies => Mean(companies.Select(c => figure(c.Counts[label]))));
        return new(
            whole.Count, judged.Count, Measure(companies => Mean(companies.Select(MacroF1Of))), Measure(CalibrationErrorOf),
            [.. Kinds.Concat(Others).Select(label => new LabelScore(
                label, whole.Sum(c => c.Counts[label].Positives), whole.Sum(c => c.Counts[label].Said),
                MeasureLabel(label, c => c.F1), MeasureLabel(label, c => c.Precision), MeasureLabel(label, c => c.Recall)))],
            whole.ToDictionary(c => c.Name, c => MacroF1Of(c) ?? 0));
    }

    static double? MacroF1Of(Company company) => Mean(Kinds.Select(kind => company.Counts[kind].F1));

    /// <summary>Over what was said of the kinds: how far the confidence is from the share that is right, in ten bins.</summary>
    static double? CalibrationErrorOf(List<Company> companies)
    {
        var bins = new (int Count, double Sum, int Right)[Bins];
        foreach (var company in companies)
            for (var bin = 0; bin < Bins; bin++)
            {
                var (count, sum, right) = company.Bins[bin];
                bins[bin] = (bins[bin].Count + count, bins[bin].Sum + sum, bins[bin].Right + right);
            }
        var all = bins.Sum(bin => bin.Count);
        return all == 0 ? null : bins.Sum(bin => Math.Abs(bin.Sum - bin.Right)) / all;
    }

    static double? Mean(IEnumerable<double?> values) => values.OfType<double>().ToList() is { Count: > 0 } known ? known.Average() : null;

    static Figure Interval(double value, IEnumerable<double?> samples)
    {
        var sorted = samples.OfType<double>().Order().ToList();
        return new(value, sorted[(int)(sorted.Count * 0.025)], sorted[(int)(sorted.Count * 0.975)]);
    }

    sealed record Counts(int Hits, int Said, int Positives)
    {
        public double? F1 => Positives == 0 ? null : 2.0 * Hits / (Said + Positives);
        public double? Precision => Said == 0 ? null : (double)Hits / Said;
        public double? Recall => Positives == 0 ? null : (double)Hits / Positives;

        public static Counts operator +(Counts left, Counts right) =>
            new(left.Hits + right.Hits, left.Said + right.Said, left.Positives + right.Positives);
    }

    /// <summary>What is counted of one pair's talks; a sample is a sum of pairs.</summary>
    sealed record Pair(Dictionary<string, Counts> Counts, (int Count, double Sum, int Right)[] Bins)
    {
        public static Pair Of(IEnumerable<JudgedUtterance> judged)
        {
            var utterances = judged.ToList();
            var counts = Kinds.Concat(Others).ToDictionary(label => label, label => new Counts(
                utterances.Count(u => u.Labels.Contains(label) && u.Verdict.Said.Contains(label)), utterances.Count(u => u.Verdict.Said.Contains(label)),
                utterances.Count(u => u.Labels.Contains(label))));
            var bins = new (int Count, double Sum, int Right)[SignalScores.Bins];
            foreach (var utterance in utterances)
                foreach (var kind in Kinds.Where(utterance.Verdict.Said.Contains))
                {
                    ref var bin = ref bins[Math.Min(SignalScores.Bins - 1, (int)(utterance.Verdict.Confidences[kind] * SignalScores.Bins))];
                    bin = (bin.Count + 1, bin.Sum + utterance.Verdict.Confidences[kind], bin.Right + (utterance.Labels.Contains(kind) ? 1 : 0));
                }
            return new(counts, bins);
        }
    }

    sealed class Company
    {
        readonly IReadOnlyList<Pair> pairs;

        public Company(string name, IReadOnlyList<Pair> pairs)
        {
            (Name, this.pairs) = (name, pairs);
            Counts = Kinds.Concat(Others).ToDictionary(label => label, label => pairs.Select(pair => pair.Counts[label]).Aggregate((left, right) => left + right));
            Bins = new (int, double, int)[SignalScores.Bins];
            foreach (var pair in pairs)
                for (var bin = 0; bin < Bins.Length; bin++)
                    Bins[bin] = (Bins[bin].Count + pair.Bins[bin].Count, Bins[bin].Sum + pair.Bins[bin].Sum, Bins[bin].Right + pair.Bins[bin].Right);
        }

        public string Name { get; }

        public Dictionary<string, Counts> Counts { get; }

        public (int Count, double Sum, int Right)[] Bins { get; }

        public Company Drawn(Random random) => new(Name, [.. pairs.Select(_ => pairs[random.Next(pairs.Count)])]);
    }
}
