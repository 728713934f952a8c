namespace InsightEngine.Data;

/// <summary>The connection of the role that owns the tables, for the few things that the serving role must not do.</summary>
public sealed record OwnerDatabase(string ConnectionString);
