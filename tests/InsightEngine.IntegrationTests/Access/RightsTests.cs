using System.Net;
using InsightEngine.IntegrationTests.Harness;

namespace InsightEngine.IntegrationTests.Access;

public sealed class RightsTests(RightsTests.Company company) : IClassFixture<RightsTests.Company>
{
    const string Above = "above", Manager = "manager", Subject = "subject", Peer = "peer", Author = "author", Former = "former";
    static readonly string[] Everyone = [Above, Manager, Subject, Peer, Author, Former];

    /// <summary>Every item, where it is read, and who sees it. Its text holds the word that Canary makes of its id.</summary>
    static readonly (string Id, string Address, string[] Seers)[] Items =
    [
        ("talk", "/v1/conversations/talk", [Manager, Subject]),
        ("talk-before", "/v1/conversations/talk-before", [Former, Subject]),
        ("talk-of-peer", "/v1/conversations/talk-of-peer", [Manager, Peer]),
        ("talk-above", "/v1/conversations/talk-above", [Above, Manager]),
        ("shared", "/v1/feedback/shared", [Author, Subject, Manager, Above]),
        ("recipient-only", "/v1/feedback/recipient-only", [Author, Subject]),
        ("manager-only", "/v1/feedback/manager-only", [Author, Manager, Above]),
        ("public", "/v1/feedback/public", Everyone),
        ("about-manager", "/v1/feedback/about-manager", [Subject, Above]),
        ("to-manager", "/v1/feedback/to-manager", [Subject, Manager]),
        ("goal", "/v1/goals/goal", Everyone),
        ("check-in", "/v1/goals/goal/check-ins/2026-05-01", Everyone),
        ("work", "/v1/work/work", [Subject, Manager, Above]),
        ("work-of-peer", "/v1/work/work-of-peer", [Peer, Manager, Above]),
    ];

    static readonly string[] Lists = ["/v1/conversations", "/v1/feedback", "/v1/goals", "/v1/work", "/v1/goals/goal/check-ins"];

    public static TheoryData<string, string, bool> Matrix()
    {
        var matrix = new TheoryData<string, string, bool>();
        foreach (var (id, _, seers) in Items)
            foreach (var reader in Everyone)
                matrix.Add(id, reader, seers.Contains(reader));
        return matrix;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task What_is_theirs_is_read_listed_and_found_and_the_rest_does_not_exist(string id, string reader, bool sees)
    {
        var client = company.Tenant.As(reader);
        var address = Items.Single(i => i.Id == id).Address;
        using var answer = await client.GetAsync(address);
        if (sees)
            Assert.Contains(Canary(id), await Whole(answer, client, address));
        else
            await answer.ProblemAsync(HttpStatusCode.NotFound);

        var list = address[..address.LastIndexOf('/')];
        var listed = (await client.AllAsync(list)).Select(r => r.Text("id")).ToList();
        Assert.Equal(sees, listed.Contains(id == "check-in" ? "goal@2026-05-01" : id));

        var found = await client.GetStringAsync($"/v1/search?q={Canary(id)}&limit=200");
        Assert.Equal(sees, found.Contains(Canary(id), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Above)]
    [InlineData(Manager)]
    [InlineData(Subject)]
    [InlineData(Peer)]
    [InlineData(Author)]
    [InlineData(Former)]
    public async Task No_answer_of_any_kind_holds_a_word_of_what_the_reader_may_not_see(string reader)
    {
        var client = company.Tenant.As(reader);
        List<string> addresses =
        [
            .. Lists.Select(l => $"{l}?limit=200"),
            .. Items.Select(i => i.Address),
            .. Items.Where(i => i.Address.StartsWith("/v1/conversations", StringComparison.Ordinal)).Select(i => $"{i.Address}/transcript"),
            .. Everyone.Select(p => $"/v1/search?limit=200&q=release&person={p}"),
            .. Everyone.Select(p => $"/v1/briefs?report={p}&asOf=2026-06-10"),
            .. Everyone.Select(p => $"/v1/people/{p}"),
            "/v1/people", "/console/people",
        ];
        var hidden = Items.Where(i => !i.Seers.Contains(reader)).Select(i => Canary(i.Id)).Append("canary-tenant").ToList();
        var seen = new HashSet<string>();
        foreach (var address in addresses)
            foreach (var accept in (string[])["application/json", "text/html", "text/markdown"])
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept", accept } } };
                using var answer = await client.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                // A problem may repeat the address that was asked for, never more.
                foreach (var canary in hidden.Where(c => !address.Contains(c, StringComparison.Ordinal)))
                    Assert.DoesNotContain(canary, text);
                seen.UnionWith(Items.Select(i => Canary(i.Id)).Where(c => text.Contains(c, StringComparison.Ordinal)));
            }
        Assert.Equal(Items.Where(i => i.Seers.Contains(reader)).Select(i => Canary(i.Id)).Order(), seen.Order());
    }

    [Theory]
    [InlineData(Manager, Subject, true)]
    [InlineData(Manager, Peer, true)]
    [InlineData(Above, Manager, true)]
    [InlineData(Above, Subject, false)]
    [InlineData(Former, Subject, false)]
    [InlineData(Subject, Subject, false)]
    [InlineData(Peer, Subject, false)]
    [InlineData(Manager, Manager, false)]
    [InlineData(Manager, "nobody", false)]
    [InlineData(Manager, "stranger", false)]
    public async Task A_brief_is_for_the_manager_of_now_alone(string reader, string report, bool given)
    {
        using var answer = await company.Tenant.As(reader).GetAsync($"/v1/briefs?report={report}&asOf=2026-06-10");
        if (given)
            Assert.Equal(report, (await answer.JsonAsync()).Text("report"));
        else
            await answer.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Withheld_feedback_and_talks_of_others_leave_no_trace_in_a_brief()
    {
        var brief = await company.Tenant.As(Manager).GetStringAsync("/v1/briefs?report=subject&asOf=2026-06-10");
        foreach (var withheld in (string[])["recipient-only", "about-manager", "talk-before", "talk-of-peer", "talk-above"])
            Assert.DoesNotContain(Canary(withheld), brief);
        Assert.Contains(Canary("manager-only"), brief);
        // Nor in a number: the same brief in a tenant that never had them.
        var without = await company.WithoutWithheld.As(Manager).GetStringAsync("/v1/briefs?report=subject&asOf=2026-06-10");
        Assert.Equal(without, brief);
    }

    [Fact]
    public async Task A_former_manager_keeps_their_talks_and_the_new_one_does_not_inherit_them()
    {
        var tenant = await company.NewTenantAsync();
        await tenant.PersonAsync("old");
        await tenant.PersonAsync("new");
        await tenant.PersonAsync("report", manager: "old");
        await tenant.TalkAsync("before", "2026-03-01", "old", "report", "old: How is it?\nreport: Fine.");
        await tenant.PersonAsync("report", manager: "new");
        await tenant.TalkAsync("after", "2026-04-01", "new", "report", "new: How is it?\nreport: Fine too.");
        async Task<string> Talks(string reader) => string.Join(' ', (await tenant.As(reader).AllAsync("/v1/conversations")).Select(t => t.Text("id")));
        Assert.Equal("before", await Talks("old"));
        Assert.Equal("after", await Talks("new"));
        Assert.Equal("after before", await Talks("report"));
    }

    [Fact]
    public async Task Another_tenant_with_the_same_ids_sees_nothing_of_this_one_and_can_delete_nothing_of_it()
    {
        var other = company.Other;
        foreach (var (_, address, _) in Items)
        {
            using var answer = await other.As(Subject).GetAsync(address);
            await answer.ProblemAsync(HttpStatusCode.NotFound);
            using var deleted = await other.Systems.DeleteAsync(address);
            await deleted.ProblemAsync(HttpStatusCode.NotFound);
        }
        var found = await other.As(Subject).GetStringAsync("/v1/search?q=canary&limit=200");
        Assert.DoesNotContain(Canary("talk"), found);
        Assert.Contains("canary-tenant", found);
        Assert.Equal(4, await company.Tenant.RowsOfAsync("conversations"));
    }

    [Fact]
    public async Task A_tenant_may_keep_goals_to_their_owner_and_the_managers_above()
    {
        var tenant = await company.NewTenantAsync(openGoals: false);
        await Company.FillAsync(tenant, withheld: true);
        await tenant.PutAsync("goals/goal/check-ins/2026-05-02", new { authorId = Peer, note = "a colleague's own note" });
        await tenant.ProcessAsync();
        foreach (var reader in Everyone)
        {
            var sees = reader is Above or Manager or Subject;
            using var goal = await tenant.As(reader).GetAsync("/v1/goals/goal");
            using var checkIns = await tenant.As(reader).GetAsync("/v1/goals/goal/check-ins");
            using var checkIn = await tenant.As(reader).GetAsync("/v1/goals/goal/check-ins/2026-05-01");
            var expected = sees ? HttpStatusCode.OK : HttpStatusCode.NotFound;
            Assert.Equal((expected, expected, expected), (goal.StatusCode, checkIns.StatusCode, checkIn.StatusCode));
            Assert.Equal(sees, (await tenant.As(reader).GetStringAsync("/v1/goals")).Contains(Canary("goal")));
            Assert.Equal(sees, (await tenant.As(reader).GetStringAsync($"/v1/search?q={Canary("goal")}&limit=200")).Contains(Canary("goal")));
        }
        using var own = await tenant.As(Peer).GetAsync("/v1/goals/goal/check-ins/2026-05-02");
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Fact]
    public async Task Without_a_person_nothing_that_belongs_to_one_is_read()
    {
        foreach (var address in (string[])[.. Lists, .. Items.Select(i => i.Address), "/v1/people", "/v1/search?q=canary", "/v1/briefs?report=subject"])
        {
            using var answer = await company.Tenant.Systems.GetAsync(address);
            await answer.ProblemAsync(HttpStatusCode.Forbidden);
        }
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("stranger")]
    [InlineData("left")]
    public async Task Nobody_reads_as_somebody_who_does_not_work_here(string person)
    {
        using var answer = await company.Tenant.As(person).GetAsync("/v1/goals");
        await answer.ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Reading_a_brief_leaves_a_row_of_ids_in_the_audit_of_its_own_tenant_alone()
    {
        await company.Tenant.As(Manager).GetStringAsync("/v1/briefs?report=subject&asOf=2026-06-10");
        var rows = await company.Tenant.Systems.AllAsync("/v1/audit?person=subject");
        Assert.Contains(rows, r => r.Text("readerId") == Manager && r.Text("what") == "brief");
        Assert.Empty(await company.Other.Systems.AllAsync("/v1/audit?person=subject"));
    }

    static string Canary(string id) => $"canary{id.Replace("-", "")}end";

    /// <summary>A talk's answer has its words only in the utterances; a check-in's page is its goal's.</summary>
    static Task<string> Whole(HttpResponseMessage answer, HttpClient client, string address) =>
        answer.StatusCode == HttpStatusCode.OK ? answer.Content.ReadAsStringAsync() : client.GetStringAsync(address);

    public sealed class Company : Service, IAsyncLifetime
    {
        public TestTenant Tenant { get; private set; } = null!;

        /// <summary>The same without what its manager may not see of the subject.</summary>
        public TestTenant WithoutWithheld { get; private set; } = null!;

        /// <summary>Another tenant, with the same ids of people.</summary>
        public TestTenant Other { get; private set; } = null!;

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            Tenant = await NewTenantAsync();
            await FillAsync(Tenant, withheld: true);
            await Tenant.ProcessAsync();
            WithoutWithheld = await NewTenantAsync();
            await FillAsync(WithoutWithheld, withheld: false);
            await WithoutWithheld.ProcessAsync();
            Other = await NewTenantAsync();
            await PeopleAsync(Other);
            await Other.PersonAsync("stranger", name: "canary-tenant");
            await Other.PutAsync("goals/others", new { ownerId = "stranger", title = "canary-tenant", start = "2026-01-01", due = "2026-12-31" });
            await Other.ProcessAsync();
        }

        public static async Task FillAsync(TestTenant tenant, bool withheld)
        {
            await PeopleAsync(tenant);
            await tenant.PutAsync("goals/goal", new { ownerId = Subject, title = $"Ship {Canary("goal")}", start = "2026-01-01", due = "2026-12-31" });
            await tenant.PutAsync("goals/goal/check-ins/2026-05-01", new { authorId = Subject, progress = 40, note = $"Moving {Canary("check-in")}" });
            await tenant.PutAsync("work/work", Work(Subject, "work"));
            await tenant.PutAsync("work/work-of-peer", Work(Peer, "work-of-peer"));
            await Talk("talk", "2026-05-20", Manager, Subject);
            await Give("shared", Author, Subject);
            await Give("manager-only", Author, Subject);
            await Give("public", Author, Subject);
            await Give("to-manager", Subject, Manager, "recipient-only");
            if (!withheld)
                return;
            await Give("recipient-only", Author, Subject);
            await Give("about-manager", Subject, Manager, "manager-only");
            await Talk("talk-before", "2026-05-10", Former, Subject);
            await Talk("talk-of-peer", "2026-05-21", Manager, Peer);
            await Talk("talk-above", "2026-05-22", Above, Manager);

            Task Give(string id, string from, string to, string? visibility = null) =>
                tenant.PutAsync($"feedback/{id}", new { date = "2026-05-05", fromId = from, toId = to, visibility = visibility ?? id, text = $"Well done {Canary(id)}" });

            Task Talk(string id, string date, string manager, string report) =>
                tenant.TalkAsync(id, date, manager, report, string.Join('\n',
                    // Several ways to say it: one sentence may be withheld by the models, which this is no test of.
                    $"Person {manager}: How does {Canary(id)} go?",
                    $"Person {report}: I finished the tests of {Canary(id)} yesterday and it is on track for Friday.",
                    $"Person {manager}: Good, then please send me the report on {Canary(id)} by Monday.",
                    $"Person {report}: Yes, I will write the report on {Canary(id)} tomorrow."));
        }

        static object Work(string person, string id) =>
            new { date = "2026-05-06", personId = person, system = "github", kind = "merged", title = $"Merged {Canary(id)}" };

        static async Task PeopleAsync(TestTenant tenant)
        {
            await tenant.PersonAsync(Above);
            await tenant.PersonAsync(Manager, Above);
            await tenant.PersonAsync(Subject, Manager);
            await tenant.PersonAsync(Peer, Manager);
            await tenant.PersonAsync(Author, Above);
            await tenant.PersonAsync(Former, Above);
            await tenant.PutAsync("people/left", new { name = "Gone", leftOn = "2026-12-31" });
        }
    }
}
