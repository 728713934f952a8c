using System.Text;
using System.Text.Json;

namespace InsightEngine.Evidence.Transcripts;

/// <summary>Fireflies' JSON: an array <c>sentences</c>, at whatever depth, of objects with speaker_name, text and times in seconds.</summary>
static class FirefliesReader
{
    public static List<SpokenLine> Read(string raw)
    {
        var bytes = Encoding.UTF8.GetBytes(raw.StartsWith('\uFEFF') ? ' ' + raw[1..] : raw);
        try
        {
            return UtteranceJoining.Join(ReadSentences(raw, bytes));
        }
        catch (JsonException broken)
        {
            throw new TranscriptException("the JSON is broken here. Export the transcript again; it may have been cut off.", (int)(broken.LineNumber ?? 0) + 1);
        }
    }

    static List<Piece> ReadSentences(string raw, byte[] bytes)
    {
        var json = new Utf8JsonReader(bytes);
        var places = new CharPlaces(bytes);
        List<Piece>? sentences = null;
        var expected = true;
        while (json.Read())
        {
            if (expected && sentences is null && json.TokenType == JsonTokenType.StartArray)
                sentences = ReadArray(ref json, raw, places);
            expected = json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("sentences");
        }
        return sentences ?? throw new TranscriptException(
            "The JSON has no \"sentences\" array. Send the transcript as Fireflies exports it, or as text.");
    }

    static List<Piece> ReadArray(ref Utf8JsonReader json, string raw, CharPlaces places)
    {
        var pieces = new List<Piece>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.StartObject)
                throw new TranscriptException("\"sentences\" holds something that is no sentence. Each is an object with speaker_name and text.");
            if (ReadSentence(ref json, raw, places) is { } piece)
                pieces.Add(piece);
        }
        return pieces;
    }

    static Piece? ReadSentence(ref Utf8JsonReader json, string raw, CharPlaces places)
    {
        string? speaker = null;
        TimeSpan? start = null;
        TimeSpan? end = null;
        Piece? text = null;
        Piece? rawText = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = GetString(ref json);
            json.Read();
            if (name is "text")
                text = ReadText(ref json, raw, places);
            else if (name is "raw_text")
                rawText = ReadText(ref json, raw, places);
            else if (name is "speaker_name" && json.TokenType == JsonTokenType.String)
                speaker = SpeakerLabel.Clean(GetString(ref json));
            else if (name is "start_time")
                start = ReadSeconds(ref json);
            else if (name is "end_time")
                end = ReadSeconds(ref json);
            else
                json.Skip();
        }
        return (text ?? rawText) is { } said
            ? said with { Speaker = string.IsNullOrEmpty(speaker) ? null : speaker, Start = start, End = end }
            : null;
    }

    static Piece? ReadText(ref Utf8JsonReader json, string raw, CharPlaces places)
    {
        if (json.TokenType != JsonTokenType.String)
        {
            json.Skip();
            return null;
        }
        var words = new Words();
        words.Append(GetString(ref json));
        if (!words.Any)
            return null;
        var start = places.Of((int)json.TokenStartIndex) + 1;
        var end = places.Of((int)json.BytesConsumed) - 1;
        while (char.IsWhiteSpace(raw[start]))
            start++;
        while (char.IsWhiteSpace(raw[end - 1]))
            end--;
        return new Piece(null, words.Take(), start, end, null, null);
    }

    static string GetString(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            throw new TranscriptException("The JSON holds a broken character escape (half of a surrogate pair). Export the transcript again.");
        }
    }

    static TimeSpan? ReadSeconds(ref Utf8JsonReader json)
    {
        const double longest = 1_000_000;
        var seconds = json.TokenType == JsonTokenType.Number && json.TryGetDouble(out var number) ? number : double.NaN;
        if (json.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
            json.Skip();
        return double.Abs(seconds) < longest ? TimeSpan.FromSeconds(Math.Max(0, seconds)) : null;
    }

    /// <summary>Places of bytes as places of characters, asked for in rising order.</summary>
    sealed class CharPlaces(byte[] bytes)
    {
        int countedBytes;
        int countedChars;

        public int Of(int place)
        {
            countedChars += Encoding.UTF8.GetCharCount(bytes, countedBytes, place - countedBytes);
            countedBytes = place;
            return countedChars;
        }
    }
}
