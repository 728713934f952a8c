namespace InsightEngine.Data;

/// <summary>A field in the words of the API (camelCase) and what to change.</summary>
public sealed record FieldError(string Field, string Message);
