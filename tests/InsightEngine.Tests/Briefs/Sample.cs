using InsightEngine.Briefs;
using InsightEngine.Evidence;
using InsightEngine.Priorities;
using InsightEngine.Signals;

namespace InsightEngine.Tests.Briefs;

/// <summary>A small team to make briefs about: Ada manages Ben, who owns a goal of moving lines to a board.</summary>
static class Sample
{
    public static readonly DateOnly Day = new(2026, 3, 18);

    public static readonly Person Ada = new() { TenantId = "t", Id = "A", Name = "Ada Nowak" };
    public static readonly Person Ben = new() { TenantId = "t", Id = "B", Name = "Ben Ortiz", ManagerId = "A" };

    public static Goal Goal(DateOnly? start = null, DateOnly? due = null) => new()
    {
        TenantId = "t",
        Id = "G1",
        OwnerId = "B",
        Title = "Plan all five lines from one board",
        Start = start ?? new(2026, 1, 5),
        Due = due ?? new(2026, 6, 30),
        MetricName = "lines",
        MetricStart = 0,
        MetricTarget = 5,
        MetricUnit = "lines",
    };

    public static CheckIn CheckIn(DateOnly date, decimal? progress = null, string? note = null, Confidence? confidence = null, decimal? value = null) => new()
    {
        TenantId = "t",
        Id = InsightEngine.Evidence.CheckIn.IdOf("G1", date),
        GoalId = "G1",
        Date = date,
        AuthorId = "B",
        Progress = progress,
        Note = note,
        Confidence = confidence,
        Value = value,
    };

    public static AssessedGoal Assessed(params CheckIn[] checkIns) => new(Goal(), checkIns, AssessGoal.Assess(Goal(), checkIns, Day));

    public static Feedback Feedback(string id, string from, string to, string text, DateOnly? date = null) => new()
    {
        TenantId = "t", Id = id, FromId = from, ToId = to, Text = text, Date = date ?? Day.AddDays(-3), Visibility = FeedbackVisibility.Shared,
    };

    public static Talk Talk(string id, DateOnly date, params (string Speaker, string Text, SignalKind? Kind)[] turns)
    {
        var utterances = turns.Select((t, i) => new Utterance { TenantId = "t", ConversationId = id, Number = i + 1, SpeakerId = t.Speaker, Text = t.Text }).ToList();
        var signals = turns.Select((t, i) => (t, i)).Where(x => x.t.Kind is not null).Select(x => new Signal
        {
            TenantId = "t", Id = $"{id}#{x.i + 1}", ConversationId = id, UtteranceNumber = x.i + 1, Kind = x.t.Kind!.Value, Date = date,
            PersonId = x.t.Speaker, SpeakerId = x.t.Speaker, Quote = x.t.Text, Confidence = 0.8, Model = "m",
        }).ToList();
        return new(id, date, utterances, signals);
    }

    public static BriefEvidence Evidence(
        IReadOnlyList<AssessedGoal>? goals = null, IReadOnlyList<Talk>? talks = null, IReadOnlyList<Feedback>? feedback = null, IReadOnlyList<WorkEvent>? work = null) =>
        new(Ada, Ben, Day, goals ?? [], talks ?? [], feedback ?? [], work ?? [], new Dictionary<string, string> { ["A"] = "Ada Nowak", ["B"] = "Ben Ortiz", ["C"] = "Cem Acar" });
}
