using System.Globalization;
using InsightEngine.Data;
using InsightEngine.Evidence;

namespace InsightEngine.Processing.Bundles;

/// <summary>One row of a CSV file, whose fields are read by name; what cannot be read becomes an error of the row and a default value.</summary>
public sealed class CsvRow(int number, IReadOnlyDictionary<string, string> fields)
{
    readonly List<FieldError> errors = [];

    /// <summary>As a spreadsheet counts it: the header is row 1.</summary>
    public int Number => number;
    public IReadOnlyList<FieldError> Errors => errors;

    public string Text(string column) => fields.GetValueOrDefault(column, "");

    /// <summary>Notes an error and gives an empty text in the place of the one that could not be had.</summary>
    public string Fail(string column, string message)
    {
        errors.Add(new(column, message));
        return "";
    }

    public string? Optional(string column) => Text(column) is { Length: > 0 } text ? text : null;

    public DateOnly Date(string column)
    {
        if (DateOnly.TryParseExact(Text(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        errors.Add(new(column, Text(column).Length == 0 ? "is required" : "is no date like 2026-03-04"));
        return default;
    }

    public DateOnly? OptionalDate(string column) => Text(column).Length == 0 ? null : Date(column);

    public TimeOnly? OptionalTime(string column)
    {
        if (Text(column).Length == 0)
            return null;
        if (TimeOnly.TryParseExact(Text(column), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        errors.Add(new(column, "is no time like 09:30"));
        return null;
    }

    public decimal? OptionalNumber(string column)
    {
        if (Text(column).Length == 0)
            return null;
        if (decimal.TryParse(Text(column), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        errors.Add(new(column, "is no number like 12.5"));
        return null;
    }

    public T Word<T>(string column)
        where T : struct, Enum
    {
        if (Words.TryParse<T>(Text(column), out var value))
            return value;
        errors.Add(new(column, $"must be one of {Words.List<T>()}"));
        return default;
    }

    public T? OptionalWord<T>(string column)
        where T : struct, Enum => Text(column).Length == 0 ? null : Word<T>(column);
}
