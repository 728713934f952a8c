using System.Text;

namespace InsightEngine.Evidence.Transcripts;

/// <summary>Bytes of an uploaded transcript into text.</summary>
public static class TranscriptText
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    static readonly UnicodeEncoding Utf16 = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    static readonly UnicodeEncoding Utf16BigEndian = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    /// <summary>
    /// Decodes UTF-8 (with or without byte order mark) and UTF-16 (with one); the mark itself is left out and nothing else is changed.
    /// </summary>
    /// <exception cref="TranscriptException">The file is empty, binary or in another encoding.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            throw new TranscriptException("The file is empty. Send the transcript as the meeting tool exported it.");
        var (encoding, mark) = EncodingOf(bytes);
        var content = bytes[mark..];
        string text;
        try
        {
            text = encoding.GetString(content);
        }
        catch (DecoderFallbackException invalid)
        {
            throw NotText(encoding, content, invalid.Index);
        }
        return text.Contains('\0') ? throw Binary() : text;
    }

    static (Encoding Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
        [0xFF, 0xFE, ..] => (Utf16, 2),
        [0xFE, 0xFF, ..] => (Utf16BigEndian, 2),
        _ => (Utf8, 0),
    };

    static TranscriptException NotText(Encoding encoding, ReadOnlySpan<byte> content, int index)
    {
        if (content.Contains((byte)0) && encoding == Utf8)
            return Binary();
        const string advice = "the text is in another encoding than UTF-8. Save the file as UTF-8 and send it again.";
        return encoding == Utf8
            ? new TranscriptException(advice, content[..Math.Clamp(index, 0, content.Length)].Count((byte)'\n') + 1)
            : new TranscriptException("The UTF-16 text is damaged. Save the file as UTF-8 and send it again.");
    }

    static TranscriptException Binary() => new(
        "The file is binary, not text. Export the transcript as VTT, SRT, text or JSON (not as a document, audio or archive), in UTF-8.");
}
