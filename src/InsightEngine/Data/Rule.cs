namespace InsightEngine.Data;

/// <summary>Checks of fields that come from outside; each gives the error or nothing.</summary>
static class Rule
{
    const int LongestId = 100;
    const int LongestLine = 500;
    public const int LongestText = 100_000;

    public static IEnumerable<FieldError> Id(string field, string id)
    {
        if (id.Length is 0 or > LongestId || id.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '/' or '@' or '#'))
            yield return new(field, $"must be 1 to {LongestId} characters without spaces, '/', '@' or '#'");
    }

    public static IEnumerable<FieldError> Line(string field, string? text, bool required = false)
    {
        if (required && string.IsNullOrWhiteSpace(text))
            yield return new(field, "is required");
        else if (text?.Length > LongestLine)
            yield return new(field, $"is longer than {LongestLine} characters");
        else if (text?.Contains('\0') == true)
            yield return new(field, "has a NUL character");
    }

    public static IEnumerable<FieldError> Text(string field, string? text, bool required = false)
    {
        if (required && string.IsNullOrWhiteSpace(text))
            yield return new(field, "is required");
        else if (text?.Length > LongestText)
            yield return new(field, $"is longer than {LongestText:N0} characters");
        else if (text?.Contains('\0') == true)
            yield return new(field, "has a NUL character");
    }

    /// <summary>Something that happened; clocks and time zones are given one day.</summary>
    public static IEnumerable<FieldError> Happened(string field, DateOnly date, DateOnly today)
    {
        if (date > today.AddDays(1))
            yield return new(field, $"{date:yyyy-MM-dd} is more than a day in the future");
        else if (date.Year < 1970)
            yield return new(field, $"{date:yyyy-MM-dd} is before 1970");
    }
}
