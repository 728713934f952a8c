using InsightEngine.Evidence.Transcripts;
using static InsightEngine.Tests.Evidence.Transcripts.Reading;

namespace InsightEngine.Tests.Evidence.Transcripts;

public class FirefliesReaderTests
{
    [Fact]
    public void Joins_the_sentences_of_one_utterance_and_keeps_an_unknown_speaker_unknown()
    {
        const string raw = """
            {"title":"Žofie's talk","sentences":[
              {"speaker_name":"Ada","text":"It's \"fixed\" – since","start_time":1.5,"end_time":2},
              {"start_time":2.1,"end_time":3,"raw_text":"Mon\u0064ay.","speaker_name":"Ada"},
              {"speaker_name":null,"text":"Good.","start_time":3.1,"words":[{"text":"Good"}]}]}
            """;
        Assert.Equal(["Ada: It's \"fixed\" – since Monday.", "?: Good."], Lines(raw));
        var line = TranscriptReader.Read(raw, TranscriptFormat.Json).Lines[0];
        Assert.StartsWith("It's \\\"fixed", raw[line.RawStart..line.RawEnd], StringComparison.Ordinal);
        Assert.EndsWith("Mon\\u0064ay.", raw[line.RawStart..line.RawEnd], StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(1.5), line.At);
    }

    [Theory]
    [InlineData("""[{"speaker_name":"Ada","text":"Yes."}]""")]
    [InlineData("""{"data":{"transcript":{"sentences":[{"speaker_name":"Ada","text":"Yes."}]}}}""")]
    public void Finds_the_sentences_at_the_root_or_inside_an_answer(string raw) => Assert.Equal(["Ada: Yes."], Lines(raw));

    [Fact]
    public void Names_the_line_where_the_JSON_breaks() =>
        Assert.Equal(3, Fault("{\n\"sentences\": [\n{\"text\": \"Yes.\" \"speaker_name\"").Line);

    [Theory]
    [InlineData("""{"segments":[]}""", "\"sentences\"")]
    [InlineData("""{"sentences":null}""", "\"sentences\"")]
    [InlineData("""{"sentences":["Yes."]}""", "no sentence")]
    [InlineData("""{"sentences":[]}""", "no spoken lines")]
    [InlineData("""{"sentences":[{"text":"\ud800"}]}""", "escape")]
    public void Says_what_is_wrong_with_the_sentences(string raw, string expected) =>
        Assert.Contains(expected, Fault(raw, TranscriptFormat.Json).Message, StringComparison.Ordinal);
}
