using System.Text;
using InsightEngine.Evidence.Transcripts;

namespace InsightEngine.Tests.Evidence.Transcripts;

public class TranscriptTextTests
{
    public static TheoryData<Encoding> Encodings => [new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Decodes_UTF8_and_UTF16_and_changes_nothing(Encoding encoding)
    {
        const string text = "Žofie:\u00A0yes\r\nA\u0301da: \U0001F600 no \n";
        Assert.Equal(text, TranscriptText.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]));
    }

    [Fact]
    public void Names_the_line_that_is_not_UTF8()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Ada: yes\n", 9000))), .. "Zo"u8, 0xEB, .. ": no\n"u8];
        var fault = Assert.Throws<TranscriptException>(() => TranscriptText.Decode(bytes));
        Assert.Equal(9001, fault.Line);
        Assert.Contains("UTF-8", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { }, "empty")]
    [InlineData(new byte[] { (byte)'P', (byte)'K', 3, 4, 0, 0xFF }, "binary")]
    [InlineData(new byte[] { (byte)'A', 0, (byte)'d', 0 }, "binary")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00 }, "UTF-16")]
    public void Says_what_the_file_is_instead_of_text(byte[] bytes, string expected) =>
        Assert.Contains(expected, Assert.Throws<TranscriptException>(() => TranscriptText.Decode(bytes)).Message, StringComparison.Ordinal);
}
