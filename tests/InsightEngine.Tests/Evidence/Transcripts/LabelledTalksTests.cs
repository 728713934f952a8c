using InsightEngine.Evidence.Transcripts;
using Xunit.Abstractions;

namespace InsightEngine.Tests.Evidence.Transcripts;

public class LabelledTalksTests(ITestOutputHelper output)
{
    // Measured: 0.9978 (SRT) to 1. What is missing are utterances that one speaker began anew without a pause.
    const double Floor = 0.997;

    static readonly List<LabelledTalk> Talks = LabelledTalk.ReadAll().ToList();

    [Theory]
    [InlineData(TranscriptFormat.Vtt)]
    [InlineData(TranscriptFormat.Teams)]
    [InlineData(TranscriptFormat.Srt)]
    [InlineData(TranscriptFormat.Otter)]
    [InlineData(TranscriptFormat.Txt)]
    [InlineData(TranscriptFormat.Json)]
    public void Reads_every_labelled_talk_as_it_was_spoken(TranscriptFormat format)
    {
        var talks = Talks.Where(talk => talk.Format == format).ToList();
        var right = 0;
        var wholeTalks = 0;
        foreach (var talk in talks)
        {
            var lines = TranscriptReader.Read(talk.Raw, format).Lines;
            var people = SpeakerMatching.Match([.. lines.Select(line => line.Speaker!).Distinct()], talk.Participants, talk.People);
            var read = lines.Select(line => (people[line.Speaker!]!, line.Text)).ToList();
            // An utterance is right if it ends and begins where a labelled one does, wherever that is in the count.
            var found = InOrder(talk.Spoken, read);
            right += found;
            if (found == talk.Spoken.Count && read.Count == talk.Spoken.Count)
                wholeTalks++;
        }
        var all = talks.Sum(talk => talk.Spoken.Count);
        output.WriteLine($"{format}: {right} of {all} utterances, {wholeTalks} of {talks.Count} talks exactly as spoken");
        Assert.True(right >= Floor * all, $"{right} of {all}");
    }

    [Fact]
    public void Recognises_the_format_of_every_labelled_talk() =>
        Assert.All(Talks, talk => Assert.Equal(talk.Format, TranscriptReader.Read(talk.Raw, TranscriptFormat.Auto).Format));

    [Fact]
    public void Keeps_the_place_of_every_utterance_in_the_raw_file() => Assert.All(Talks, talk =>
    {
        var end = 0;
        foreach (var line in TranscriptReader.Read(talk.Raw, talk.Format).Lines)
        {
            Assert.True(line.RawStart >= end);
            var place = talk.Raw[line.RawStart..line.RawEnd].Replace("\\\"", "\"");
            Assert.StartsWith(line.Text.Split(' ')[0], place, StringComparison.Ordinal);
            Assert.EndsWith(line.Text.Split(' ')[^1], place, StringComparison.Ordinal);
            end = line.RawEnd;
        }
    });

    static int InOrder(IReadOnlyList<(string, string)> spoken, List<(string, string)> read)
    {
        var found = 0;
        var next = 0;
        foreach (var utterance in spoken)
        {
            var place = read.IndexOf(utterance, next);
            if (place < 0)
                continue;
            found++;
            next = place + 1;
        }
        return found;
    }
}
