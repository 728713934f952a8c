using InsightEngine.Evidence.Transcripts;
using static InsightEngine.Tests.Evidence.Transcripts.Reading;

namespace InsightEngine.Tests.Evidence.Transcripts;

public class PlainTextReaderTests
{
    [Fact]
    public void Continues_the_utterance_with_lines_that_name_nobody() => Assert.Equal(
        ["Ada: We ship on Friday. Note: only the pump. I said: the valve waits. See https://ship.example at 9:30", "Milo: Good.", "Ada: Yes."],
        Lines("Ada: We ship on Friday.\nNote: only the pump.\n\nI said: the valve waits.\n  See https://ship.example at 9:30\nMilo: Good.\nAda: Yes.\n"));

    [Fact]
    public void Keeps_two_lines_of_one_speaker_apart() => Assert.Equal(["Ada: One.", "Ada: Two."], Lines("Ada: One.\nAda: Two.\n"));

    [Theory]
    [InlineData("[00:12] Ada: Yes.")]
    [InlineData("(00:12) Ada: Yes.")]
    [InlineData("00:00:12 - Ada: Yes.")]
    [InlineData("Ada [0:12]: Yes.")]
    [InlineData("Ada (00:12): Yes.")]
    [InlineData("[00:12]\tAda:\nYes.")]
    public void Reads_a_time_before_or_after_the_name(string raw)
    {
        var line = Assert.Single(TranscriptReader.Read(raw, TranscriptFormat.Auto).Lines);
        Assert.Equal(("Ada", "Yes.", (TimeSpan?)TimeSpan.FromSeconds(12)), (line.Speaker, line.Text, line.At));
        Assert.Equal("Yes.", raw[line.RawStart..line.RawEnd]);
    }

    [Fact]
    public void Keeps_a_time_that_starts_a_line_of_text() =>
        Assert.Equal(["Ada: When? 9:30 is fine."], Lines("Ada: When?\n9:30 is fine.\n"));

    [Fact]
    public void Takes_lower_case_labels_only_when_they_come_often()
    {
        Assert.Equal(["interviewer: One?", "guest one: Two.", "interviewer: Three?", "guest one: Four.", "interviewer: Five?", "guest one: Six."],
            Lines("interviewer: One?\nguest one: Two.\ninterviewer: Three?\nguest one: Four.\ninterviewer: Five?\nguest one: Six.\n"));
        Assert.Equal(["Ada: Look. and then: rain."], Lines("Ada: Look.\nand then: rain.\n"));
    }

    [Fact]
    public void Takes_a_full_name_that_speaks_once() =>
        Assert.Equal(["Ada: Hi.", "Milo: Hi.", "Ada: Come in.", "Dr. Inga van Roo: Hello.", "Milo: Sit."],
            Lines("Ada: Hi.\nMilo: Hi.\nAda: Come in.\nDr. Inga van Roo: Hello.\nMilo: Sit.\n"));

    [Fact]
    public void Gives_each_line_of_a_text_without_names_to_nobody() => Assert.Equal(["?: One two.", "?: Three."], Lines("One  two.\n\nThree.\n"));

    [Fact]
    public void Leaves_out_the_tools_own_lines() =>
        Assert.Equal(["Ada: Yes."], Lines("Ada Brook started transcription\nAda: Yes.\nRecording stopped.\nThis transcript was generated automatically.\n"));
}
