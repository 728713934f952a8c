using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using InsightEngine.IntegrationTests.Harness;
using InsightEngine.Processing;

namespace InsightEngine.IntegrationTests.Processing;

public sealed class ImportTests(Service service) : IClassFixture<Service>
{
    static readonly string[] Evidence = ["people", "goals", "check_ins", "feedback", "conversations", "work_events"];

    [Fact]
    public async Task A_good_bundle_goes_in_whole_and_comes_out_as_it_was()
    {
        var tenant = await service.NewTenantAsync();
        var import = await tenant.ImportAsync(Bundle.Whole());
        Assert.Equal("completed", import.Text("status"));
        Assert.Empty(import["errors"]!.AsArray());
        Assert.Equal("""{"people":2,"goals":2,"checkIns":1,"feedback":1,"conversations":1,"work":1}""", import["counts"]!.ToJsonString());
        Assert.Equal((8, 8), (import["total"]!.GetValue<int>(), import["processed"]!.GetValue<int>()));
        await tenant.ProcessAsync();
        Assert.Equal((0, 0), await tenant.WaitingAsync());
        var ben = tenant.As("P002");
        var checkIn = await ben.GetJsonAsync("/v1/goals/G1/check-ins/2026-02-01");
        Assert.Equal("""{"id":"G1@2026-02-01","goalId":"G1","date":"2026-02-01","authorId":"P002","value":2.4,"progress":40,"confidence":"at-risk","note":"The hinge, the \u0022blue\u0022 one, sticks."}""", checkIn.ToJsonString());
        var goal = await ben.GetJsonAsync("/v1/goals/G1?asOf=2026-02-05");
        Assert.Equal("G2", goal.Text("parentId"));
        Assert.Equal("4.5", goal["metric"]!["target"]!.ToJsonString());
        var talk = await ben.GetJsonAsync("/v1/conversations/T1");
        Assert.Equal(["P001", "P002"], talk["utterances"]!.AsArray().Select(u => u!.Text("speakerId")));
        Assert.Equal(Bundle.Good["conversations/T1.txt"], await ben.GetStringAsync("/v1/conversations/T1/transcript"));
        Assert.Equal(0, await tenant.RowsOfAsync("import_chunks"));
    }

    [Fact]
    public async Task The_same_bundle_again_changes_nothing_and_embeds_nothing()
    {
        var tenant = await service.NewTenantAsync();
        await tenant.ImportAsync(Bundle.Whole());
        await tenant.ProcessAsync();
        var before = await EverythingOf(tenant);
        var embedded = service.Embedder.Texts;
        var again = await tenant.ImportAsync(Bundle.Whole());
        Assert.Equal("completed", again.Text("status"));
        Assert.Equal((0, 0), await tenant.WaitingAsync());
        await tenant.ProcessAsync();
        Assert.Equal(embedded, service.Embedder.Texts);
        Assert.Equal(before, await EverythingOf(tenant));
    }

    [Fact]
    public async Task A_changed_row_replaces_what_was_derived_from_the_old_and_nothing_else()
    {
        var tenant = await service.NewTenantAsync();
        await tenant.ImportAsync(Bundle.Whole());
        await tenant.ProcessAsync();
        var embedded = service.Embedder.Texts;
        await tenant.ImportAsync(Bundle.With(
            ("feedback.csv", Bundle.Good["feedback.csv"].Replace("hinge", "axle")),
            ("conversations/T1.txt", "Ada Alder: Is the gate open?\n")));
        Assert.Equal((2, 0), await tenant.WaitingAsync());
        await tenant.ProcessAsync();
        Assert.Equal(embedded + 2, service.Embedder.Texts);
        var texts = await service.Database.ReadAsync<string>(
            $"select text from passages where tenant_id = '{tenant.Id}' and kind in ('feedback', 'conversation') union all select text from utterances where tenant_id = '{tenant.Id}' order by 1");
        Assert.Equal(["Is the gate open?", "Is the gate open?", "You oiled the axle before anybody asked."], texts);
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_go_in_and_what_is_wrong_and_stores_nothing()
    {
        var tenant = await service.NewTenantAsync();
        var import = await tenant.ImportAsync(Bundle.With(Bundle.Added("feedback.csv", "F2,2026-02-02,P001,P999,shared,,To nobody.")), dryRun: true);
        Assert.Equal("completed", import.Text("status"));
        Assert.Equal(1, import["counts"]!["feedback"]!.GetValue<int>());
        Assert.Equal(2, import["counts"]!["people"]!.GetValue<int>());
        AssertError(import, "feedback.csv", 3, "to_id", "P999");
        foreach (var table in Evidence)
            Assert.Equal(0, await tenant.RowsOfAsync(table));
        Assert.Equal((0, 0), await tenant.WaitingAsync());
    }

    [Fact]
    public async Task Sending_an_upload_again_under_its_idempotency_key_answers_the_import_of_then()
    {
        var tenant = await service.NewTenantAsync();
        using var first = await tenant.UploadAsync(Bundle.Whole(), idempotencyKey: "once");
        using var again = await tenant.UploadAsync(Bundle.Whole(), idempotencyKey: "once");
        using var other = await tenant.UploadAsync(Bundle.Whole(), idempotencyKey: "twice");
        var id = (await first.JsonAsync(HttpStatusCode.Accepted)).Text("id");
        Assert.Equal(id, (await again.JsonAsync(HttpStatusCode.Accepted)).Text("id"));
        Assert.NotEqual(id, (await other.JsonAsync(HttpStatusCode.Accepted)).Text("id"));
        Assert.Equal(2, await tenant.RowsOfAsync("imports"));
        using var elsewhere = await (await service.NewTenantAsync()).Systems.GetAsync($"/v1/imports/{id}");
        await elsewhere.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_import_that_runs_twice_at_once_is_run_once()
    {
        var tenant = await service.NewTenantAsync();
        using var upload = await tenant.UploadAsync(Bundle.Whole());
        var id = (await upload.JsonAsync(HttpStatusCode.Accepted)).Text("id");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => service.InScopeAsync<ProcessImport>(job => job.RunAsync(tenant.Id, id, CancellationToken.None))));
        var import = await tenant.Systems.GetJsonAsync($"/v1/imports/{id}");
        Assert.Equal(("completed", 8), (import.Text("status"), import["processed"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_zip_of_a_folder_is_taken_as_the_folder_and_labels_are_passed_over()
    {
        var tenant = await service.NewTenantAsync();
        var zip = new Zip().With("company/labels/people.csv", "not,for,the,service").With("__MACOSX/._people.csv", [0, 5, 22]);
        foreach (var (file, content) in Bundle.Good)
            zip.With($"company/{file}", content);
        var import = await tenant.ImportAsync(zip.ToArray());
        Assert.Empty(import["errors"]!.AsArray());
        Assert.Equal(2, await tenant.RowsOfAsync("people"));
    }

    [Fact]
    public async Task A_talk_of_200_000_words_goes_in_in_reasonable_time()
    {
        var tenant = await service.NewTenantAsync();
        var transcript = new StringBuilder();
        for (var i = 0; i < 400; i++)
            transcript.Append(i % 2 == 0 ? "Ada Alder" : "Ben Birch").Append(": ").AppendJoin(' ', Enumerable.Range(0, 499).Select(w => w % 12 == 11 ? $"word{(i * 7 + w) % 997}." : $"word{(i * 7 + w) % 997}")).Append(" number").Append(i).Append(".\n");
        var watch = Stopwatch.StartNew();
        var import = await tenant.ImportAsync(Bundle.With(("conversations/T1.txt", transcript.ToString())));
        Assert.Empty(import["errors"]!.AsArray());
        await tenant.ProcessAsync();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        Assert.Equal(400, await tenant.RowsOfAsync("utterances"));
        var found = await tenant.As("P002").GetJsonAsync("/v1/search?q=number398.");
        Assert.Contains("number398.", found["data"]![0]!.Text("text"));
    }

    [Theory]
    [InlineData("people.csv", "P003,Cy Cedar,,,,P999,", 4, "manager_id", "no person has the id 'P999'")]
    [InlineData("people.csv", "P003,,,,,,", 4, "name", "required")]
    [InlineData("people.csv", "P 3,Cy Cedar,,,,,", 4, "id", "without spaces")]
    [InlineData("people.csv", "P003,Cy Cedar,,,,P003,", 4, "manager_id", "own manager")]
    [InlineData("people.csv", "P003,Cy Cedar,,,,,1.2.2020", 4, "hire_date", "no date like")]
    [InlineData("people.csv", "P001,Ada again,,,,,", 4, "id", "row 2 has the same id")]
    [InlineData("people.csv", "P003,Cy\0Cedar,,,,,", 4, "name", "NUL")]
    [InlineData("people.csv", "P003,Cy Cedar,,,,P\0,", 4, "manager_id", "P")]
    [InlineData("people.csv", "P003,Cy Cedar,,,,x😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀,", 4, "manager_id", "no person has the id")]
    [InlineData("goals.csv", "G3,P999,Title,,,2026-01-01,2026-02-01,,,,", 4, "owner_id", "P999")]
    [InlineData("goals.csv", "G3,P001,Title,,,2026-02-01,2026-01-01,,,,", 4, "due", "before start")]
    [InlineData("goals.csv", "G3,P001,Title,,G9,2026-01-01,2026-02-01,,,,", 4, "parent_id", "G9")]
    [InlineData("goals.csv", "G3,P001,Title,,,,2026-02-01,,,,", 4, "start", "required")]
    [InlineData("goals.csv", "G3,P001,Title,,,2026-01-01,2026-02-01,m,1,many,u", 4, "metric_target", "no number")]
    [InlineData("check-ins.csv", "G1,2026-02-02,P002,,,sure,note", 3, "confidence", "on-track, at-risk, off-track")]
    [InlineData("check-ins.csv", "G1,2026-02-02,P002,,-4,,", 3, "progress", "below 0")]
    [InlineData("check-ins.csv", "G1,2026-02-02,P002,,,,", 3, "note", "needs")]
    [InlineData("check-ins.csv", "G1,2026-02-30,P002,,4,,", 3, "date", "no date like")]
    [InlineData("check-ins.csv", "G1,2027-01-17,P002,,4,,", 3, "date", "in the future")]
    [InlineData("check-ins.csv", "G1,2026-02-01,P001,,4,,", 3, "id", "row 2 has the same id")]
    [InlineData("feedback.csv", "F2,2026-02-02,P001,P002,secret,,text", 3, "visibility", "shared, recipient-only, manager-only, public")]
    [InlineData("feedback.csv", "F2,2026-02-02,P001,P002,shared,,", 3, "text", "required")]
    [InlineData("feedback.csv", "F2,2027-02-02,P001,P002,shared,,text", 3, "date", "in the future")]
    [InlineData("work.csv", "W2,2026-02-03,P999,github,merged,Title,,", 3, "person_id", "P999")]
    [InlineData("work.csv", "W2,2026-02-03,P001,github,,Title,,", 3, "kind", "required")]
    [InlineData("work.csv", "W2,2026-02-03,P001,github,merged,Title,,G9", 3, "goal_id", "G9")]
    [InlineData("conversations/index.csv", "T2,2026-02-04,25:00,P001,P002,txt,T1.txt", 3, "start", "no time like")]
    [InlineData("conversations/index.csv", "T2,2026-02-04,,P001,P001,txt,T1.txt", 3, "report_id", "two people")]
    [InlineData("conversations/index.csv", "T2,2026-02-04,,P001,P002,mp3,T1.txt", 3, "format", "must be one of")]
    [InlineData("conversations/index.csv", "T2,2026-02-04,,P001,P002,txt,T9.txt", 3, "file", "not in the bundle")]
    [InlineData("conversations/index.csv", "T2,2026-02-04,,P001,P002,txt,", 3, "file", "required")]
    [InlineData("conversations/index.csv", "T2,2026-02-04,,P001,P002,txt,../people.csv", 3, "file", "not in the bundle")]
    public async Task A_bad_row_is_told_with_file_row_and_column_and_the_good_ones_go_in(string file, string line, int row, string column, string reason)
    {
        var tenant = await service.NewTenantAsync();
        var import = await tenant.ImportAsync(Bundle.With(Bundle.Added(file, line)));
        Assert.Equal("completed", import.Text("status"));
        AssertError(import, file, row, column, reason);
        Assert.Single(import["errors"]!.AsArray());
        Assert.Equal("""{"people":2,"goals":2,"checkIns":1,"feedback":1,"conversations":1,"work":1}""", import["counts"]!.ToJsonString());
        Assert.Equal((2L, 2L, 1L), (await tenant.RowsOfAsync("people"), await tenant.RowsOfAsync("goals"), await tenant.RowsOfAsync("conversations")));
    }

    [Fact]
    public async Task A_circle_of_managers_is_refused_and_whoever_stands_outside_goes_in()
    {
        var tenant = await service.NewTenantAsync();
        var import = await tenant.ImportAsync(Bundle.With(Bundle.Added("people.csv", "P003,Cy,,,,P004,", "P004,Di,,,,P005,", "P005,Ed,,,,P003,", "P006,Flo,,,,P003,")));
        foreach (var row in (int[])[4, 5, 6])
            AssertError(import, "people.csv", row, "manager_id", "circle");
        AssertError(import, "people.csv", 7, "manager_id", "P003");
        Assert.Equal(2, await tenant.RowsOfAsync("people"));
    }

    public static TheoryData<string, byte[], string> BadTranscripts() => new()
    {
        { "an empty file", [], "empty" },
        { "a binary file", [0x50, 0x4B, 3, 4, 0, 0, 0, 1], "binary" },
        { "another encoding", [.. "Ada: caf"u8, 0xE9, .. " it is\n"u8], "UTF-8" },
        { "a broken cue", Encoding.UTF8.GetBytes("WEBVTT\n\n00:00:01.000 --> 00:00:0x.000\nAda: Hello\n"), "" },
        { "no spoken line", Encoding.UTF8.GetBytes("WEBVTT\n\nNOTE nothing was said\n"), "no spoken lines" },
    };

    [Theory]
    [MemberData(nameof(BadTranscripts))]
    public async Task A_transcript_that_cannot_be_read_is_an_error_of_its_row(string what, byte[] transcript, string reason)
    {
        var tenant = await service.NewTenantAsync();
        var zip = new Zip();
        foreach (var (file, content) in Bundle.Good)
            zip.With(file, file == "conversations/index.csv" ? content + "\nT2,2026-02-05,,P001,P002,auto,T2.vtt\n" : content);
        var import = await tenant.ImportAsync(zip.With("conversations/T2.vtt", transcript).ToArray());
        Assert.NotEmpty(what);
        AssertError(import, "conversations/index.csv", 3, "file", reason);
        Assert.Equal(1, await tenant.RowsOfAsync("conversations"));
    }

    [Theory]
    [InlineData("people.csv", "id,email\nP001,a@b.example\n", null, "lacks the column name")]
    [InlineData("people.csv", "", null, "empty")]
    [InlineData("people.csv", "id,name\nP001,\"Ada\nP002,Ben\n", null, "row")]
    public async Task A_file_that_cannot_be_read_is_named_with_what_to_do(string file, string content, int? row, string reason)
    {
        var tenant = await service.NewTenantAsync();
        var import = await tenant.ImportAsync(new Zip().With(file, content).ToArray());
        AssertError(import, file, row, null, reason);
        Assert.Equal(0, await tenant.RowsOfAsync("people"));
    }

    [Fact]
    public async Task A_csv_that_is_not_utf8_is_refused_and_not_guessed()
    {
        var tenant = await service.NewTenantAsync();
        var import = await tenant.ImportAsync(new Zip().With("people.csv", [.. "id,name\nP001,Ren"u8, 0xE9, .. "\n"u8]).ToArray());
        AssertError(import, "people.csv", null, null, "not UTF-8");
        Assert.Equal(0, await tenant.RowsOfAsync("people"));
    }

    public static TheoryData<string, byte[], string> BadZips() => new()
    {
        { "nothing", [], "bundle" },
        { "no zip", Encoding.UTF8.GetBytes("id,name\nP001,Ada\n"), "cannot be read as a zip" },
        { "an empty zip", new Zip().ToArray(), "holds none of" },
        { "a zip of other things", new Zip().With("readme.txt", "hello").ToArray(), "holds none of" },
        { "a cut zip", Bundle.Whole()[..^30], "cannot be read as a zip" },
        { "a way out", new Zip().With("people.csv", Bundle.Good["people.csv"]).With("../../etc/cron.d/x", "x").ToArray(), "outside the bundle" },
        { "a way out of Windows", new Zip().With("people.csv", Bundle.Good["people.csv"]).With("..\\x", "x").ToArray(), "outside the bundle" },
        { "an absolute way", new Zip().With("people.csv", Bundle.Good["people.csv"]).With("/etc/x", "x").ToArray(), "outside the bundle" },
        { "a file twice", new Zip().With("people.csv", Bundle.Good["people.csv"]).With("people.csv", "id,name\nP9,Ed\n").ToArray(), "twice" },
        { "a bomb", new Zip().With("people.csv", Bundle.Good["people.csv"]).With("work.csv", new byte[20 << 20]).ToArray(), "bomb" },
        { "a way out with half a letter", new Zip().With("people.csv", Bundle.Good["people.csv"]).With("../" + string.Concat(Enumerable.Repeat("😀", 60)), "x").ToArray(), "outside the bundle" },
        { "damaged content", Damaged(), "" },
    };

    [Theory]
    [MemberData(nameof(BadZips))]
    public async Task A_bad_zip_fails_with_its_reason_and_nothing_of_it_is_stored(string what, byte[] zip, string reason)
    {
        var tenant = await service.NewTenantAsync();
        var import = await tenant.ImportAsync(zip);
        Assert.NotEmpty(what);
        Assert.Equal("failed", import.Text("status"));
        Assert.Contains(reason, Assert.Single(import["errors"]!.AsArray())!.ToJsonString());
        foreach (var table in (string[])[.. Evidence, "import_chunks"])
            Assert.Equal(0, await tenant.RowsOfAsync(table));
        Assert.Equal((0, 0), await tenant.WaitingAsync());
    }

    [Fact]
    public async Task Many_errors_are_cut_off_with_a_last_line_that_says_so()
    {
        var tenant = await service.NewTenantAsync();
        var lines = Enumerable.Range(0, 1500).Select(i => $"F{i},2026-02-02,P001,P999,shared,,text").ToArray();
        var import = await tenant.ImportAsync(Bundle.With(Bundle.Added("feedback.csv", lines)));
        var errors = import["errors"]!.AsArray();
        Assert.Equal(1001, errors.Count);
        Assert.Contains("more than 1000 errors", errors[^1]!.Text("message"));
    }

    [Fact]
    public async Task A_body_that_is_not_declared_a_zip_is_refused()
    {
        var tenant = await service.NewTenantAsync();
        using var answer = await tenant.Systems.PostAsync("/v1/imports", Json.Body(new { }));
        await answer.ProblemAsync(HttpStatusCode.UnsupportedMediaType);
        Assert.Equal(0, await tenant.RowsOfAsync("imports"));
    }

    static byte[] Damaged()
    {
        var zip = Bundle.Whole();
        for (var i = 60; i < 90; i++)
            zip[i] ^= 0x5A;
        return zip;
    }

    static void AssertError(JsonNode import, string file, int? row, string? column, string reason) =>
        Assert.True(
            import["errors"]!.AsArray().Any(e =>
                e!.Text("file") == file && e!["row"]?.GetValue<int>() == row && e!["field"]?.GetValue<string>() == column
                && e!.Text("message").Contains(reason, StringComparison.Ordinal)),
            $"no error ({file}, row {row}, {column}, '{reason}') in {import.ToJsonString()}");

    async Task<string> EverythingOf(TestTenant tenant)
    {
        var rows = new List<string>();
        foreach (var table in (string[])[.. Evidence, "utterances", "passages"])
            rows.AddRange(await service.Database.ReadAsync<string>($"select to_jsonb(t)::text from {table} t where tenant_id = '{tenant.Id}' order by 1"));
        return string.Join('\n', rows);
    }
}
