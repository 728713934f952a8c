namespace InsightEngine.Evidence.Transcripts;

/// <summary>A person whom a speaker label may mean.</summary>
public sealed record Participant(string Id, string Name, string? Email);
