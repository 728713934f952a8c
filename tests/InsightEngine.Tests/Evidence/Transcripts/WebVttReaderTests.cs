using InsightEngine.Evidence.Transcripts;
using static InsightEngine.Tests.Evidence.Transcripts.Reading;

namespace InsightEngine.Tests.Evidence.Transcripts;

public class WebVttReaderTests
{
    [Fact]
    public void Reads_names_before_the_colon_and_keeps_colons_in_the_text() => Assert.Equal(
        ["Ada Brook: Note: we ship at 9:30, see https://ship.example/a.", "Milo Tann: Good."],
        Lines("WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nAda Brook: Note: we ship at 9:30, see https://ship.example/a.\n\n2\n00:00:02.500 --> 00:00:03.000\nMilo Tann: Good.\n"));

    [Fact]
    public void Reads_voice_tags_with_and_without_end_class_and_several_in_one_cue() => Assert.Equal(
        ["Ada Brook: Morning.", "Milo & Co: Hi there.", "Ada Brook: Shall we?"],
        Lines("WEBVTT\n\n5f0c-11/3-0\n00:01.000 --> 00:02.000 align:start\n<v Ada Brook>Morning.</v>\n\n5f0c-11/4-0\n00:02.000 --> 00:04.000\n<v.loud Milo &amp; Co>Hi there.\n<v Ada Brook>Shall we?</v>\n"));

    [Fact]
    public void Joins_the_cues_of_one_utterance_and_covers_them_in_the_raw_text()
    {
        const string raw = "WEBVTT\r\n\r\n00:00:01.000 --> 00:00:02.000\r\nAda: I moved the pump. It\r\n\r\n00:00:02.100 --> 00:00:03.000\r\nAda: holds now.\r\n";
        var line = Assert.Single(TranscriptReader.Read(raw, TranscriptFormat.Vtt).Lines);
        Assert.Equal("I moved the pump. It holds now.", line.Text);
        Assert.Equal(raw.IndexOf("I moved", StringComparison.Ordinal), line.RawStart);
        Assert.Equal(raw.IndexOf("now.", StringComparison.Ordinal) + 4, line.RawEnd);
        Assert.Equal(TimeSpan.FromSeconds(1), line.At);
    }

    [Theory]
    [InlineData("It holds.", "00:00:04.500", 2)]
    [InlineData("It holds", "00:00:04.500", 1)]
    [InlineData("It holds", "00:00:09.000", 2)]
    public void Stands_apart_after_a_pause_which_is_longer_inside_a_sentence(string text, string next, int utterances) =>
        Assert.Equal(utterances, Lines($"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nAda: {text}\n\n{next} --> 00:00:12.000\nAda: And the valve\n").Length);

    [Fact]
    public void Decodes_entities_strips_tags_of_captions_and_keeps_other_angle_brackets() => Assert.Equal(
        ["Ada: R&D says a < b, <name> it loud now"],
        Lines("\uFEFFWEBVTT - talk\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE made by hand\n\n00:01.000 --> 00:02.000\nAda: R&amp;D says&nbsp; a &lt; b,\n<name> <i>it</i> <c.x>loud</c> <00:01.500>now\n"));

    [Theory]
    [InlineData("0:0:2.5", 2500)]
    [InlineData("01:02.003", 62003)]
    [InlineData("1:00:00.250", 3600250)]
    [InlineData("-00:00:01.000", 0)]
    public void Reads_unpadded_short_and_negative_times(string start, int milliseconds) => Assert.Equal(
        TimeSpan.FromMilliseconds(milliseconds),
        TranscriptReader.Read($"WEBVTT\n\n{start} --> 2:00:00.000\nAda: Yes.\n", TranscriptFormat.Vtt).Lines[0].At);

    [Fact]
    public void Reads_either_kind_under_either_declaration()
    {
        const string zoom = "WEBVTT\n\n00:01.000 --> 00:02.000\nAda: Yes.\n";
        const string teams = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Yes.</v>\n";
        Assert.Equal(Lines(zoom, TranscriptFormat.Teams), Lines(teams, TranscriptFormat.Vtt));
    }

    [Fact]
    public void Leaves_a_cue_without_a_name_unknown_where_names_are_repeated_and_inherits_where_they_are_not()
    {
        Assert.Equal(
            ["Ada: One two", "?: Who is this"],
            Lines("WEBVTT\n\n00:01.000 --> 00:02.000\nAda: One\n\n00:02.000 --> 00:03.000\nAda: two\n\n00:03.000 --> 00:04.000\nAda: \n\n00:04.000 --> 00:05.000\nWho is this\n"));
        Assert.Equal(
            ["Ada: One two", "Milo: Three"],
            Lines("WEBVTT\n\n00:01.000 --> 00:02.000\nAda: One\n\n00:02.000 --> 00:03.000\ntwo\n\n00:03.000 --> 00:04.000\nMilo: Three\n"));
    }

    [Fact]
    public void Keeps_an_unnamed_voice_unknown() =>
        Assert.Equal(["Ada: Yes.", "?: No."], Lines("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Yes.</v>\n\n00:02.000 --> 00:03.000\n<v >No.</v>\n"));

    [Fact]
    public void Leaves_out_invisible_characters_of_a_name() =>
        Assert.Equal(["Ada Brook: Yes. No."], Lines("WEBVTT\n\n00:01.000 --> 00:02.000\n<v \u200EAda\u200B Brook>Yes.</v>\n\n00:02.000 --> 00:03.000\n<v Ada Brook>No.</v>\n"));

    [Theory]
    [InlineData("WEBVTT\n\n1\nAda: Yes.\n", 3)]
    [InlineData("WEBVTT\n\n1\n00:00:xx.000 --> 00:00:02.000\nAda: Yes.\n", 4)]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\nAda: Yes.\n\nAda: No.\n", 6)]
    public void Names_the_line_of_a_cue_without_times_or_with_broken_ones(string raw, int line) => Assert.Equal(line, Fault(raw).Line);

    [Theory]
    [InlineData("WEBVTT")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\n\n")]
    [InlineData("  \n")]
    public void Says_that_nothing_was_spoken(string raw) => Assert.Contains("no spoken lines", Fault(raw).Message, StringComparison.Ordinal);
}
