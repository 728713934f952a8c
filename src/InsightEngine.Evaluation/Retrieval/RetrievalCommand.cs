using System.ComponentModel;
using InsightEngine.Evaluation.Scoring;
using InsightEngine.Language;
using InsightEngine.Passages;
using Spectre.Console;
using Spectre.Console.Cli;

namespace InsightEngine.Evaluation.Retrieval;

/// <summary>Searches each meeting of QMSum for each of its questions, by words, by meaning and by both, and scores what is found.</summary>
sealed class RetrievalCommand(IAnsiConsole console) : AsyncCommand<RetrievalCommand.Settings>
{
    internal sealed class Settings : CommandSettings
    {
        [CommandOption("--qmsum <FOLDER>", isRequired: true), Description("QMSum's folder data/ALL, from github.com/Yale-LILY/QMSum")]
        public string QmSum { get; init; } = "";

        [CommandOption("--split <NAME>"), Description("train, val or test"), DefaultValue("val")]
        public string Split { get; init; } = "val";

        [CommandOption("--window <TURNS>"), Description("So many turns a passage; 0 cuts as the engine does"), DefaultValue(6)]
        public int Window { get; init; } = 6;

        [CommandOption("--database <CONNECTION>")]
        [Description("PostgreSQL with pgvector; else ConnectionStrings__Insight. A temporary table is made and dropped")]
        public string? Database { get; init; }

        [CommandOption("--threads <COUNT>"), DefaultValue(1)]
        public int Threads { get; init; } = 1;
    }

    sealed record Scored(string Meeting, double Words, double Meaning, double Fused);

    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var database = settings.Database ?? Environment.GetEnvironmentVariable("ConnectionStrings__Insight")
            ?? throw new InvalidOperationException("Give --database or set ConnectionStrings__Insight.");
        var meetings = QmSum.Read(settings.QmSum, settings.Split);
        using var embedder = new LocalEmbedder(threads: settings.Threads);
        await using var table = await PassageTable.CreateAsync(database, cancellationToken);
        var scores = new List<Scored>();
        foreach (var meeting in meetings)
        {
            var passages = MeetingPassages.Cut(meeting, settings.Window);
            await table.AddAsync(meeting.Name, passages.Texts, await Embed(embedder, passages.Texts, cancellationToken), cancellationToken);
            scores.AddRange(await Score(table, embedder, passages, cancellationToken));
        }
        Print(settings, meetings.Count, scores);
        return 0;
    }

    static async Task<List<Scored>> Score(PassageTable table, LocalEmbedder embedder, MeetingPassages passages, CancellationToken ct)
    {
        var meeting = passages.Meeting;
        var vectors = await Embed(embedder, meeting.Questions.Select(q => q.Text), ct);
        var scores = new List<Scored>();
        foreach (var (question, vector) in meeting.Questions.Zip(vectors))
        {
            var answers = passages.Answers(question);
            var relevant = answers.Count(a => a);
            if (relevant == 0) continue;
            var meaning = await table.FindByMeaning(meeting.Name, vector, ct);
            var words = await table.FindByWords(meeting.Name, question.Text, ct);
            double Ndcg(IEnumerable<Ranked<int>> found) => RankingScore.Ndcg(found.Select(f => answers[f.Key]), relevant);
            scores.Add(new(meeting.Name, Ndcg(words), Ndcg(meaning), Ndcg(FuseRankings.Fuse(meaning, words))));
        }
        return scores;
    }

    static async Task<ReadOnlyMemory<float>[]> Embed(LocalEmbedder embedder, IEnumerable<string> texts, CancellationToken ct) =>
        [.. (await embedder.GenerateAsync(texts, cancellationToken: ct)).Select(e => e.Vector)];

    void Print(Settings settings, int meetings, List<Scored> scores)
    {
        var cut = settings.Window == 0 ? "the engine's passages" : $"windows of {settings.Window} turns";
        console.MarkupLineInterpolated(
            $"QMSum {settings.Split}: {meetings} meetings, {scores.Count} questions, {cut}; intervals resample meetings");
        var table = new Table().AddColumns("search", "nDCG@10", "95 % interval");
        void Row(string name, Func<Scored, double> value)
        {
            var estimate = Bootstrap.Mean([.. scores.Select(s => (s.Meeting, value(s)))]);
            table.AddRow(name, $"{estimate.Mean:F3}", $"{estimate.Low:F3} to {estimate.High:F3}");
        }
        Row("words", s => s.Words);
        Row("meaning", s => s.Meaning);
        Row("fused", s => s.Fused);
        Row("fused - words", s => s.Fused - s.Words);
        Row("fused - meaning", s => s.Fused - s.Meaning);
        console.Write(table);
    }
}
