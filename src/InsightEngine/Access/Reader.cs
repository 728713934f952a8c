namespace InsightEngine.Access;

/// <summary>The person as whom evidence and insights are read; every query over them takes one.</summary>
public sealed record Reader(string TenantId, string PersonId);
