using InsightEngine.Evidence.Transcripts;
using static InsightEngine.Tests.Evidence.Transcripts.Reading;

namespace InsightEngine.Tests.Evidence.Transcripts;

public class OtterReaderTests
{
    [Fact]
    public void Reads_headings_with_their_paragraphs_and_no_closing_line()
    {
        const string raw = "Weekly talk\n\nAda Brook  0:02  \nThe pump is fixed.\nSince Monday: it holds.\n\nSecond thing.\n\nMilo Tann\t1:00:05\nGood.\n\nTranscribed by https://otter.ai\n";
        Assert.Equal(["Ada Brook: The pump is fixed. Since Monday: it holds. Second thing.", "Milo Tann: Good."], Lines(raw));
        Assert.Equal(TimeSpan.FromSeconds(3605), TranscriptReader.Read(raw, TranscriptFormat.Otter).Lines[1].At);
    }

    [Fact]
    public void Keeps_two_paragraphs_with_a_heading_each_apart() =>
        Assert.Equal(["Ada: One.", "Ada: Two."], Lines("Ada  0:02\nOne.\n\nAda  0:09\nTwo.\n"));

    [Fact]
    public void Does_not_take_a_time_that_somebody_said_for_a_heading() =>
        Assert.Equal(["Ada: Meet at 9:30"], Lines("Ada  0:02\nMeet at 9:30\n"));

    [Fact]
    public void Says_how_a_heading_looks_when_there_is_none() =>
        Assert.Contains("txt", Fault("Ada: hello\n", TranscriptFormat.Otter).Message, StringComparison.Ordinal);
}
