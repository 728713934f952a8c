using InsightEngine.Passages;

namespace InsightEngine.Tests.Passages;

public sealed class FuseRankingsTests
{
    [Fact]
    public void What_both_find_comes_before_what_one_finds()
    {
        var fused = FuseRankings.Fuse<string>([new("meaning", 0.6), new("both", 0.55), new("far", 0.2)], [new("words", 0.6), new("both", 0.55)]);
        Assert.Equal(["both", "words", "meaning", "far"], fused.Select(f => f.Key));
    }

    [Fact]
    public void A_score_is_the_weighted_sum_of_both()
    {
        var fused = FuseRankings.Fuse<int>([new(1, 0.5)], [new(1, 0.25)]);
        Assert.Equal(FuseRankings.MeaningWeight * 0.5 + (1 - FuseRankings.MeaningWeight) * 0.25, Assert.Single(fused).Score, 12);
    }

    [Fact]
    public void What_only_words_find_is_taken_to_mean_as_little_as_the_farthest_found()
    {
        var fused = FuseRankings.Fuse<string>([new("near", 0.6), new("far", 0.2)], [new("words", 0.5)]);
        Assert.Equal(FuseRankings.MeaningWeight * 0.2 + (1 - FuseRankings.MeaningWeight) * 0.5, fused.Single(f => f.Key == "words").Score, 12);
    }

    [Fact]
    public void A_query_of_stop_words_alone_is_answered_by_meaning()
    {
        var fused = FuseRankings.Fuse<string>([new("a", 0.6), new("b", 0.2)], []);
        Assert.Equal(["a", "b"], fused.Select(f => f.Key));
    }

    [Fact]
    public void Without_vectors_words_decide() =>
        Assert.Equal(["a", "b"], FuseRankings.Fuse<string>([], [new("a", 0.6), new("b", 0.2)]).Select(f => f.Key));

    [Fact]
    public void Equal_scores_keep_their_order() =>
        Assert.Equal([3, 1, 2], FuseRankings.Fuse<int>([new(3, 0.5), new(1, 0.5), new(2, 0.5)], []).Select(f => f.Key));
}
