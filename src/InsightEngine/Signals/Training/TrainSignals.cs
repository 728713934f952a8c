using InsightEngine.Language;

namespace InsightEngine.Signals.Training;

/// <summary>Makes the models under <see cref="SignalReader"/> from labelled talks, the same files from the same talks.</summary>
public sealed class TrainSignals
{
    const float WordsL2 = 1e-5f, HeadsL2 = 5e-5f;
    const int Iterations = 20;
    readonly TextEncoder encoder;
    readonly bool neutral;
    readonly IReadOnlyList<Microsoft.ML.ITransformer> words;
    readonly TalkEncoder talkEncoder;
    readonly Dictionary<string, LabelledRows> companies = [];
    readonly Dictionary<string, IReadOnlyList<(string Pair, string Text)>> turns = [];

    /// <param name="encoder">The encoder that the heads stand on.</param>
    /// <param name="bank">Talks of no company, which the word model learns from.</param>
    /// <param name="talks">Talks of companies, which the heads learn from.</param>
    /// <param name="neutral">Whether names and pronouns are made neutral, as <see cref="SignalReader"/> does; without it only to measure what that costs.</param>
    public TrainSignals(TextEncoder encoder, IReadOnlyList<LabelledTalk> bank, IReadOnlyList<LabelledTalk> talks, bool neutral = true)
    {
        (this.encoder, this.neutral) = (encoder, neutral);
        words = TrainHeads.Train(WordRows(bank), WordsL2, Iterations);
        talkEncoder = new TalkEncoder(encoder, LinearHeads.Of(words));
        foreach (var company in talks.GroupBy(talk => talk.Company).OrderBy(company => company.Key, StringComparer.Ordinal))
        {
            companies[company.Key] = Rows([.. company]);
            turns[company.Key] = [.. company.SelectMany(talk => talk.Turns.Select(turn => (talk.Pair, turn.Text)))];
        }
    }

    /// <summary>What heads say of each company that learned from the others alone, calibration and thresholds too.</summary>
    public IReadOnlyList<JudgedUtterance> LeaveOneCompanyOut()
    {
        var unseen = new Dictionary<(string Left, string Out), float[][]>();
        var names = companies.Keys.ToList();
        for (var i = 0; i < names.Count; i++)
            for (var j = i; j < names.Count; j++)
            {
                var heads = LinearHeads.Of(Fit(names.Where(name => name != names[i] && name != names[j])));
                unseen[(names[i], names[j])] = Scores(heads, names[j]);
                unseen[(names[j], names[i])] = Scores(heads, names[i]);
            }
        return [.. names.SelectMany(name => Judge(name, unseen))];
    }

    /// <summary>Writes the word model, the heads and their calibration.</summary>
    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        TrainHeads.Save(words, WordFeatures.Dimensions, Path.Combine(folder, SignalFiles.Words));
        TrainHeads.Save(Fit(companies.Keys), talkEncoder.FeatureCount, Path.Combine(folder, SignalFiles.Heads));
        var scores = companies.Keys.ToDictionary(name => name, name => Scores(LinearHeads.Of(Fit(companies.Keys.Where(other => other != name))), name));
        new SignalCalibration(encoder.Hash, Calibrate(companies.Keys, name => scores[name])).Save(Path.Combine(folder, SignalFiles.Calibration));
    }

    IEnumerable<JudgedUtterance> Judge(string company, Dictionary<(string Left, string Out), float[][]> unseen)
    {
        var calibrations = Calibrate(companies.Keys.Where(other => other != company), other => unseen[(company, other)]);
        var inOrder = SignalLabels.All.Select(label => calibrations[label]).ToList();
        return unseen[(company, company)].Select((scores, row) => new JudgedUtterance(
            company, turns[company][row].Pair, companies[company].Labels[row], new SignalVerdict(inOrder, scores, turns[company][row].Text)));
    }

    Dictionary<string, LabelCalibration> Calibrate(IEnumerable<string> from, Func<string, float[][]> scores) =>
        SignalLabels.All.Select((label, i) => (label, calibration: CalibrateSignals.Calibrate(
            label, [.. from.SelectMany(name => scores(name).Select((row, n) => new UnseenScore(row[i], companies[name].Labels[n].Contains(label))))])))
            .ToDictionary(l => l.label, l => l.calibration);

    IReadOnlyList<Microsoft.ML.ITransformer> Fit(IEnumerable<string> from)
    {
        var rows = from.Select(name => companies[name]).ToList();
        return TrainHeads.Train(
            new(talkEncoder.FeatureCount, [.. rows.SelectMany(r => r.Features)], [.. rows.SelectMany(r => r.Labels)]), HeadsL2, Iterations);
    }

    float[][] Scores(LinearHeads heads, string company) => [.. companies[company].Features.Select(heads.Score)];

    LabelledRows WordRows(IReadOnlyList<LabelledTalk> talks) => new(
        WordFeatures.Dimensions, [.. talks.SelectMany(talk => TalkEncoder.WordsOf(Neutral(talk)))], [.. talks.SelectMany(talk => talk.Labels)]);

    LabelledRows Rows(IReadOnlyList<LabelledTalk> talks)
    {
        var features = new IReadOnlyList<(int[], float[])>[talks.Count];
        Parallel.For(0, talks.Count, i => features[i] = talkEncoder.Read(Neutral(talks[i])));
        return new(talkEncoder.FeatureCount, [.. features.SelectMany(f => f)], [.. talks.SelectMany(talk => talk.Labels)]);
    }

    IReadOnlyList<TalkTurn> Neutral(LabelledTalk talk) => !neutral ? talk.Turns : TalkEncoder.MakeNeutral(talk.Turns, new NeutralText(talk.People));
}

/// <summary>What models that had not seen its company say of one utterance.</summary>
/// <param name="Labels">What people said that it says.</param>
public sealed record JudgedUtterance(string Company, string Pair, IReadOnlySet<string> Labels, SignalVerdict Verdict);
