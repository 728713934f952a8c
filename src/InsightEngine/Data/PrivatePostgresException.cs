namespace InsightEngine.Data;

/// <summary>The private database cannot start. The message says why and what to do about it.</summary>
public sealed class PrivatePostgresException(string message) : Exception(message);
