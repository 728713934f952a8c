using System.Net;
using InsightEngine.IntegrationTests.Harness;

namespace InsightEngine.IntegrationTests.Signals;

public sealed class SignalsTests(SignalsTests.Talk talk) : IClassFixture<SignalsTests.Talk>
{
    [Theory]
    [InlineData("boss", true)]
    [InlineData("ann", true)]
    [InlineData("above", false)]
    [InlineData("bob", false)]
    public async Task What_was_said_is_told_to_the_two_who_said_it_alone(string reader, bool sees)
    {
        var client = talk.Tenant.As(reader);
        Assert.Equal(sees, (await client.AllAsync("/v1/signals?conversation=T1")).Count > 0);
        Assert.Equal(sees, (await client.AllAsync("/v1/signals?person=boss")).Count > 0);
    }

    [Fact]
    public async Task A_promise_is_read_with_who_made_it_and_the_day_that_was_named()
    {
        var signals = await talk.Tenant.As("ann").AllAsync("/v1/signals?conversation=T1");
        var promise = Assert.Single(signals, s => s.Text("kind") == "commitment");
        Assert.Equal(("boss", "2026-05-08"), (promise["commitment"]!.Text("by"), promise["commitment"]!.Text("due")));
        Assert.Equal("I will call the supplier about the sensors by Friday and tell you what they say.", promise["evidence"]!.Text("quote"));
        Assert.InRange(promise["confidence"]!.GetValue<double>(), 0, 1);
    }

    [Fact]
    public async Task The_same_talk_sent_again_gives_signals_of_the_same_ids()
    {
        var before = (await talk.Tenant.As("ann").AllAsync("/v1/signals?conversation=T1")).Select(s => s.Text("id")).ToList();
        await talk.Tenant.TalkAsync("T1", "2026-05-05", "boss", "ann", Talk.Said + "\nAda Nowak: Bye.");
        await talk.Tenant.TalkAsync("T1", "2026-05-05", "boss", "ann", Talk.Said);
        await talk.Tenant.ProcessAsync();
        Assert.Equal(before, (await talk.Tenant.As("ann").AllAsync("/v1/signals?conversation=T1")).Select(s => s.Text("id")));
    }

    [Fact]
    public async Task A_question_without_a_talk_or_a_person_is_told_what_to_add()
    {
        using var answer = await talk.Tenant.As("ann").GetAsync("/v1/signals");
        await answer.ProblemAsync(HttpStatusCode.BadRequest);
    }

    public sealed class Talk : Service, IAsyncLifetime
    {
        public const string Said =
            """
            Ada Nowak: How is the third line?
            Ben Ortiz: It still waits for the sensors, nobody at the supplier answers me.
            Ada Nowak: I will call the supplier about the sensors by Friday and tell you what they say.
            Ben Ortiz: Thank you.
            """;

        public TestTenant Tenant { get; private set; } = null!;

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            Tenant = await NewTenantAsync();
            await Tenant.PersonAsync("above");
            await Tenant.PersonAsync("boss", "above", "Ada Nowak");
            await Tenant.PersonAsync("ann", "boss", "Ben Ortiz");
            await Tenant.PersonAsync("bob", "boss");
            await Tenant.TalkAsync("T1", "2026-05-05", "boss", "ann", Said);
            await Tenant.ProcessAsync();
        }
    }
}
