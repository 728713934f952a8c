namespace InsightEngine.Evidence.Transcripts;

/// <summary>A line of the raw text without its line break; <c>Number</c> counts from 1.</summary>
readonly record struct RawLine(int Number, int Start, int End)
{
    public ReadOnlySpan<char> In(string raw) => raw.AsSpan(Start, End - Start);

    public bool IsBlank(string raw) => In(raw).IsWhiteSpace();

    /// <summary>The lines of a text with LF, CRLF or CR; a byte order mark at the start belongs to none.</summary>
    public static List<RawLine> Split(string raw)
    {
        var lines = new List<RawLine>();
        var start = raw.StartsWith('\uFEFF') ? 1 : 0;
        while (start <= raw.Length)
        {
            var length = raw.AsSpan(start).IndexOfAny('\r', '\n');
            var end = length < 0 ? raw.Length : start + length;
            lines.Add(new RawLine(lines.Count + 1, start, end));
            start = end + (end + 1 < raw.Length && raw[end] == '\r' && raw[end + 1] == '\n' ? 2 : 1);
        }
        return lines;
    }
}
