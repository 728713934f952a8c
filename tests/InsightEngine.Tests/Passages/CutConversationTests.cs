using System.Diagnostics;
using InsightEngine.Passages;

namespace InsightEngine.Tests.Passages;

public sealed class CutConversationTests
{
    [Fact]
    public void No_utterances_give_no_passages() => Assert.Empty(CutConversation.Cut([]));

    [Fact]
    public void A_short_talk_is_one_passage()
    {
        var passage = Assert.Single(CutConversation.Cut(Talk(("A", "How did the demo go?"), ("B", "Well, they asked for a second one."))));
        Assert.Equal(new PassageRange(1, 2, 0, 55), passage);
    }

    [Fact]
    public void Passages_cover_every_utterance_once_and_in_order()
    {
        var random = new Random(7);
        for (var talk = 0; talk < 50; talk++)
        {
            var turns = RandomTalk(random, 60);
            var passages = CutConversation.Cut(turns);
            AssertCovers(turns, passages);
            Assert.Equal(1, passages[0].FirstUtterance);
            Assert.Equal(turns.Count, passages[^1].LastUtterance);
        }
    }

    [Fact]
    public void Passages_are_near_the_target_and_never_too_long_for_the_embedder()
    {
        var turns = RandomTalk(new Random(3), 400);
        var sizes = CutConversation.Cut(turns).Select(p => TextOf(turns)[p.Start..p.End].Split([' ', '\n']).Length).ToArray();
        Assert.InRange(sizes.Average(), CutConversation.Target * 0.6, CutConversation.Target * 1.4);
        Assert.True(sizes.Max() <= CutConversation.Most);
    }

    [Theory]
    [InlineData("What is in the way of the release?")]
    [InlineData("What is in the way of the release? Take your time, Sam.")]
    [InlineData("what is in the way of the release")]
    public void A_question_stays_with_its_answer_even_where_the_topic_changes(string question)
    {
        var passages = CutConversation.Cut(Talk(
            ("B", Words(130)), ("A", question), ("B", "Anyway, next to nothing. " + Words(130))));
        Assert.Contains(passages, p => p.FirstUtterance == 2 && p.LastUtterance == 3);
    }

    [Fact]
    public void A_hesitation_is_not_taken_for_the_answer()
    {
        var passages = CutConversation.Cut(Talk(
            ("B", Words(130)), ("A", "Do you feel ready for it?"), ("B", "Hm, well."), ("A", "Okay so " + Words(130))));
        Assert.Contains(passages, p => p is { FirstUtterance: <= 2, LastUtterance: 4 });
    }

    [Fact]
    public void A_cut_falls_where_the_topic_changes_rather_than_at_the_exact_size()
    {
        var passages = CutConversation.Cut(Talk(
            ("A", Words(60)), ("B", Words(55)), ("A", "Moving on, " + Words(23)), ("B", Words(60)), ("A", Words(60))));
        Assert.Equal([2, 5], passages.Select(p => p.LastUtterance));
    }

    [Fact]
    public void A_cut_falls_between_speakers_rather_than_within_one()
    {
        var passages = CutConversation.Cut(Talk(
            ("A", Words(70)), ("A", Words(65)), ("A", Words(15)), ("B", Words(70)), ("B", Words(65))));
        Assert.Equal([3, 5], passages.Select(p => p.LastUtterance));
    }

    [Fact]
    public void An_overlong_utterance_is_cut_at_its_sentences()
    {
        var turns = Talk(("A", "How was the quarter?"), ("B", string.Concat(Enumerable.Repeat("We shipped the second part of it to all of them. ", 60)).Trim()));
        var passages = CutConversation.Cut(turns);
        AssertCovers(turns, passages);
        Assert.True(passages.Count > 3);
        Assert.Equal((1, 2), (passages[0].FirstUtterance, passages[0].LastUtterance));
        Assert.All(passages, p => Assert.EndsWith(".", TextOf(turns)[p.Start..p.End].TrimEnd(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("😀")]
    [InlineData("!")]
    public void What_runs_on_without_a_space_is_cut_between_characters(string character)
    {
        var turns = Talk(("A", string.Concat(Enumerable.Repeat(character, 5000))));
        var passages = CutConversation.Cut(turns);
        AssertCovers(turns, passages);
        Assert.True(passages.Count > 1);
        Assert.All(passages, p => Assert.False(char.IsLowSurrogate(TextOf(turns)[p.Start])));
    }

    [Fact]
    public void An_utterance_of_200_000_words_takes_under_two_seconds()
    {
        var turns = Talk(("A", string.Join(' ', Enumerable.Repeat("word", 200_000))));
        var start = Stopwatch.GetTimestamp();
        AssertCovers(turns, CutConversation.Cut(turns));
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Empty_utterances_belong_to_a_passage_too()
    {
        var turns = Talk(("A", ""), ("B", ""), ("A", "Hello."), ("B", ""));
        Assert.Equal(new PassageRange(1, 4, 0, 9), Assert.Single(CutConversation.Cut(turns)));
    }

    static void AssertCovers(IReadOnlyList<SpokenTurn> turns, IReadOnlyList<PassageRange> passages)
    {
        var text = TextOf(turns);
        Assert.Equal(0, passages[0].Start);
        Assert.Equal(text.Length, passages[^1].End);
        foreach (var (before, after) in passages.Zip(passages.Skip(1)))
        {
            var sameUtterance = before.LastUtterance == after.FirstUtterance;
            Assert.True(sameUtterance || after.FirstUtterance == before.LastUtterance + 1);
            Assert.Equal(before.End + (sameUtterance ? 0 : 1), after.Start);
        }
    }

    static List<SpokenTurn> RandomTalk(Random random, int turns) =>
        [.. Enumerable.Range(1, turns).Select(i =>
            new SpokenTurn(i, random.Next(2) == 0 ? "A" : "B", Words(random.Next(0, 60)) + (random.Next(4) == 0 ? "?" : "")))];

    static string Words(int count) => string.Join(' ', Enumerable.Repeat("work", count));

    static string TextOf(IReadOnlyList<SpokenTurn> turns) => string.Join('\n', turns.Select(t => t.Text));

    static List<SpokenTurn> Talk(params (string Speaker, string Text)[] turns) =>
        [.. turns.Select((t, i) => new SpokenTurn(i + 1, t.Speaker, t.Text))];
}
