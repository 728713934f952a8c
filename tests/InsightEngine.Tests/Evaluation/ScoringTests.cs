using InsightEngine.Evaluation.Scoring;

namespace InsightEngine.Tests.Evaluation;

public sealed class ScoringTests
{
    [Fact]
    public void An_answer_with_everything_relevant_on_top_scores_one() =>
        Assert.Equal(1, RankingScore.Ndcg([true, true, false], relevant: 2), 12);

    [Fact]
    public void A_late_hit_scores_less_than_an_early_one() =>
        Assert.Equal(1 / Math.Log2(3), RankingScore.Ndcg([false, true], relevant: 1), 12);

    [Fact]
    public void Relevant_items_that_were_not_found_lower_the_score() =>
        Assert.Equal(1 / (1 + 1 / Math.Log2(3)), RankingScore.Ndcg([true, false], relevant: 2), 12);

    [Fact]
    public void Hits_below_the_depth_do_not_count() => Assert.Equal(0, RankingScore.Ndcg([false, false, true], relevant: 1, depth: 2));

    [Fact]
    public void Groups_that_agree_within_but_differ_between_give_a_wide_interval()
    {
        var alike = Enumerable.Range(0, 100).Select(i => ($"{i % 4}", (double)(i % 4 / 2))).ToArray();
        var free = Enumerable.Range(0, 100).Select(i => ($"{i}", (double)(i % 4 / 2))).ToArray();
        var (byGroup, byItem) = (Bootstrap.Mean(alike), Bootstrap.Mean(free));
        Assert.Equal(0.5, byGroup.Mean);
        Assert.True(byGroup.High - byGroup.Low > 2 * (byItem.High - byItem.Low));
        Assert.InRange(byItem.Low, 0.35, 0.45);
    }
}
