using System.Text;
using Sylvan.Data.Csv;

namespace InsightEngine.Processing.Bundles;

/// <summary>Reads a UTF-8 CSV file (RFC 4180) row by row. Columns are found by name; unknown ones are passed over.</summary>
static class CsvFile
{
    const int LargestRow = 1 << 20;

    /// <summary>Throws <see cref="BundleException"/> for a file that is no such CSV or lacks a required column.</summary>
    public static IEnumerable<CsvRow> Read(Bundle bundle, string file, IReadOnlyList<string> required)
    {
        using var text = new StreamReader(bundle.OpenFile(file), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        var options = new CsvDataReaderOptions { Delimiter = ',', HasHeaders = false, BufferSize = 1 << 14, MaxBufferSize = LargestRow };
        using var csv = Guarded(file, 1, () => CsvDataReader.Create(text, options));
        var number = 1;
        if (!Guarded(file, number, csv.Read))
            throw new BundleException(file, "is empty; it needs a header row");
        var header = Enumerable.Range(0, csv.RowFieldCount).Select(i => csv.GetString(i).Trim().ToLowerInvariant()).ToList();
        if (required.Except(header).ToList() is { Count: > 0 } missing)
            throw new BundleException(file, $"lacks the column{(missing.Count > 1 ? "s" : "")} {string.Join(", ", missing)} in its header");
        while (Guarded(file, ++number, csv.Read))
        {
            var fields = new Dictionary<string, string>(header.Count);
            for (var i = 0; i < Math.Min(header.Count, csv.RowFieldCount); i++)
                fields.TryAdd(header[i], csv.GetString(i).Trim());
            // A blank line between rows says nothing.
            if (fields.Values.Any(f => f.Length > 0))
                yield return new(number, fields);
        }
    }

    static T Guarded<T>(string file, int row, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException)
        {
            throw new BundleException(file, $"is not UTF-8 (at row {row} or soon after); save it as CSV UTF-8");
        }
        catch (CsvRecordTooLargeException)
        {
            throw new BundleException(file, $"has a row of more than a million characters at row {row}; is a quotation mark missing?");
        }
        catch (CsvFormatException)
        {
            throw new BundleException(file, $"has a broken quotation at row {row}; a field with commas, quotes or line breaks stands in quotes, quotes inside are doubled");
        }
    }
}
