namespace InsightEngine.Access;

/// <summary>What a key may open; a key can grant only scopes that it has.</summary>
public static class Scopes
{
    public const string WriteEvidence = "evidence:write";
    public const string ReadInsights = "insights:read";
    public const string ReadReports = "reports:read";
    public const string ActAs = "act-as";
    public const string Admin = "admin";

    public static readonly IReadOnlyList<string> All = [WriteEvidence, ReadInsights, ReadReports, ActAs, Admin];
}
