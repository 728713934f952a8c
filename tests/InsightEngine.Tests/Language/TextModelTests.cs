using InsightEngine.Language;

namespace InsightEngine.Tests.Language;

public sealed class TextModelTests
{
    const int MaxTokens = 12;

    [Fact]
    public void Context_is_the_second_segment()
    {
        using var model = Open();
        var alone = model.Tokenise("we moved the tables");
        var both = model.Tokenise("we moved the tables", "how is it going");
        Assert.Equal(alone.Ids, both.Ids[..both.FirstSegment]);
        Assert.Equal(alone.Ids[^1], both.Ids[^1]);
        Assert.True(both.Ids.Length > alone.Ids.Length);
    }

    [Fact]
    public void Context_is_cut_before_the_text()
    {
        using var model = Open();
        var both = model.Tokenise("we moved the tables", string.Join(' ', Enumerable.Repeat("going", 50)));
        Assert.Equal(MaxTokens, both.Ids.Length);
        Assert.Equal(model.Tokenise("we moved the tables").Ids, both.Ids[..both.FirstSegment]);
    }

    [Fact]
    public void A_text_that_fills_the_model_leaves_no_room_for_context()
    {
        using var model = Open();
        var both = model.Tokenise(string.Join(' ', Enumerable.Repeat("tables", 50)), "how is it going");
        Assert.Equal(MaxTokens, both.Ids.Length);
        Assert.Equal(MaxTokens, both.FirstSegment);
    }

    [Fact]
    public void Context_changes_what_the_model_says()
    {
        using var model = Open();
        Assert.NotEqual(model.Run(model.Tokenise("yes"))[0], model.Run(model.Tokenise("yes", "are you leaving"))[0]);
    }

    static TextModel Open() => new(ModelFiles.Find("embedder"), "model.onnx", MaxTokens);
}
