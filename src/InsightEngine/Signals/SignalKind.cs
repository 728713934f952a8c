namespace InsightEngine.Signals;

/// <summary>What an utterance, a feedback or a piece of work can tell.</summary>
public enum SignalKind
{
    Progress,
    Blocker,
    Commitment,
    Recognition,
    Constructive,
    Help,
    Growth,
    Wellbeing,
    Concern,
    Decision,
    PriorityShift,
    Skill,
}
