using InsightEngine.Language;

namespace InsightEngine.Tests.Language;

public class NeutralTextTests
{
    static readonly NeutralText Neutral = new(["Orla Brennan", "Jean-Luc van der Berg", "Will Achebe", "Zoë O'Neill"]);

    [Theory]
    [InlineData("Orla sent it.", "Alex sent it.")]
    [InlineData("I asked Orla Brennan and Brennan agreed.", "I asked Alex and Alex agreed.")]
    [InlineData("that's orla's desk", "that's Alex's desk")]
    [InlineData("Jean-Luc van der Berg joined, and Berg stayed.", "Alex joined, and Alex stayed.")]
    [InlineData("Zoe O’Neill and ZOË", "Alex and Alex")]
    [InlineData("Ask Ms. Brennan, not Mr Smith.", "Ask Alex, not Mx Smith.")]
    public void Every_name_of_a_known_person_is_one_name(string said, string read) => Assert.Equal(read, Neutral.Of(said));

    [Theory]
    [InlineData("Will you send it, or will Orla?", "Will you send it, or will Alex?")]
    [InlineData("Orla will send it to Will.", "Alex will send it to Alex.")]
    [InlineData("Will Achebe has it.", "Alex has it.")]
    public void A_name_that_is_an_everyday_word_is_a_name_only_where_it_is_written_as_one(string said, string read) => Assert.Equal(read, Neutral.Of(said));

    [Theory]
    [InlineData("{0} was late, and {0} always says so {3}.", "they were late, and they always say so themselves.")]
    [InlineData("Is {0} ready? Does {0} know?", "are they ready? do they know?")]
    [InlineData("I told {1} to bring {2} notes.", "I told them to bring their notes.")]
    public void He_and_she_are_they(string said, string read)
    {
        Assert.Equal(read, Neutral.Of(Fill(said, "he", "him", "his", "himself")));
        Assert.Equal(read, Neutral.Of(Fill(said, "she", "her", "her", "herself")));
    }

    [Theory]
    [InlineData("The deploy of the depot's new timetable is done.")]
    [InlineData("It was ours; this has nothing to do with the weather.")]
    public void What_names_nobody_stays_as_it_was_said(string said) => Assert.Equal(said, Neutral.Of(said));

    static string Fill(string said, params string[] pronouns) =>
        said.Replace("{0}", pronouns[0]).Replace("{1}", pronouns[1]).Replace("{2}", pronouns[2]).Replace("{3}", pronouns[3]);
}
