using InsightEngine.Evidence;
using InsightEngine.Signals;

namespace InsightEngine.Briefs;

/// <summary>What a manager should know before a one-to-one with a report on a day, every statement with its evidence.</summary>
public sealed record Brief(
    string Manager,
    string Report,
    DateOnly AsOf,
    DateOnly? Since,
    string Writer,
    IReadOnlyList<BriefSection> Sections,
    IReadOnlyList<BriefCommitment> Commitments,
    IReadOnlyList<CoachingPrompt> Coaching,
    IReadOnlyList<string> Gaps,
    BriefCoverage Coverage,
    BriefVersions Versions);

public sealed record BriefSection(SectionKind Kind, IReadOnlyList<BriefItem> Items);

/// <summary>In the order in which a brief shows them.</summary>
public enum SectionKind
{
    Stalled,
    Blockers,
    Progress,
    Changes,
    Concerns,
    Recognition,
    Feedback,
    Growth,
    Skills,
}

/// <summary>One subject, said once; what stands in “quotation marks” stands word for word in the evidence.</summary>
public sealed record BriefItem(string Text, StatementNature Nature, IReadOnlyList<Citation> Evidence);

public enum StatementNature
{
    Fact,
    Inference,
}

public sealed record BriefCommitment(string By, string Text, DateOnly? Due, CommitmentState State, IReadOnlyList<Citation> Evidence);

public sealed record CoachingPrompt(string Id, string Topic, string Text, IReadOnlyList<string> Questions, string Why, IReadOnlyList<Citation> Evidence);

/// <summary>How much evidence stood behind the brief; thin weeks show.</summary>
public sealed record BriefCoverage(DateOnly? From, DateOnly? To, int Conversations, int CheckIns, int Feedback, int Work, IReadOnlyList<CoverageWeek> ByWeek);

/// <summary>Counts of one week, named by its Monday.</summary>
public sealed record CoverageWeek(DateOnly Week, int Conversations, int CheckIns, int Feedback, int Work);

/// <summary>What made the brief: ids of models and hashes of prompts.</summary>
public sealed record BriefVersions(IReadOnlyDictionary<string, string> Models, IReadOnlyDictionary<string, string> Prompts);
