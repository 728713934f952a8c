using InsightEngine.Evidence.Transcripts;
using static InsightEngine.Tests.Evidence.Transcripts.Reading;

namespace InsightEngine.Tests.Evidence.Transcripts;

public class SrtReaderTests
{
    [Theory]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\nADA: The pump is\n\n2\n00:00:02,100 --> 00:00:03,000\nADA: fixed.\n\n3\n00:00:03,100 --> 00:00:04,000\nMILO: Good: at last.\n")]
    [InlineData("1\r\n00:00:01.000 --> 00:00:02.000\r\nADA: The pump is\r\n2\r\n00:00:02.100 --> 00:00:03.000\r\nADA: fixed.\r\n3\r\n00:00:03.100 --> 00:00:04.000\r\nMILO: Good: at last.")]
    public void Reads_cues_with_comma_or_dot_in_times_and_without_blank_lines_between(string raw)
    {
        Assert.Equal(["ADA: The pump is fixed.", "MILO: Good: at last."], Lines(raw));
        Assert.Equal(TranscriptFormat.Srt, TranscriptReader.Read(raw, TranscriptFormat.Auto).Format);
    }

    [Fact]
    public void Keeps_a_number_that_somebody_said() =>
        Assert.Equal(["ADA: How many? 40"], Lines("1\n00:00:01,000 --> 00:00:02,000\nADA: How many?\n40\n"));

    [Fact]
    public void Leaves_out_what_the_tool_wrote_itself() =>
        Assert.Equal(["ADA: Bye."], Lines("1\n00:00:01,000 --> 00:00:02,000\nADA: Bye.\n\n2\n00:00:02,000 --> 00:00:03,000\n[Recording stopped]\n\nTranscribed by https://notes.example\n"));

    [Fact]
    public void Does_not_join_sentences_when_nobody_is_named() => Assert.Equal(
        ["?: Is it fixed?", "?: It is, since Monday."],
        Lines("1\n00:00:01,000 --> 00:00:02,000\nIs it fixed?\n\n2\n00:00:02,100 --> 00:00:03,000\nIt is,\n\n3\n00:00:03,100 --> 00:00:04,000\nsince Monday.\n"));

    [Fact]
    public void Names_the_line_of_a_cue_without_times() => Assert.Equal(1, Fault("Ada: no times here\n", TranscriptFormat.Srt).Line);
}
