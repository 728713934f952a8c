using InsightEngine.Evidence;
using InsightEngine.Evidence.Transcripts;

namespace InsightEngine.Processing.Bundles;

/// <summary>The rows of a bundle's files as evidence, with the errors of reading them.</summary>
static class BundleRows
{
    public static IEnumerable<(CsvRow Row, Person Evidence)> People(Bundle bundle, string tenant) =>
        Rows(bundle, BundleFiles.People, ["id", "name"], row => new Person
        {
            TenantId = tenant,
            Id = row.Text("id"),
            Name = row.Text("name"),
            Email = row.Optional("email"),
            Title = row.Optional("title"),
            Department = row.Optional("department"),
            ManagerId = row.Optional("manager_id"),
            HireDate = row.OptionalDate("hire_date"),
            LeftOn = row.OptionalDate("left_on"),
        });

    public static IEnumerable<(CsvRow Row, Goal Evidence)> Goals(Bundle bundle, string tenant) =>
        Rows(bundle, BundleFiles.Goals, ["id", "owner_id", "title", "start", "due"], row => new Goal
        {
            TenantId = tenant,
            Id = row.Text("id"),
            OwnerId = row.Text("owner_id"),
            Title = row.Text("title"),
            Description = row.Optional("description"),
            ParentId = row.Optional("parent_id"),
            Start = row.Date("start"),
            Due = row.Date("due"),
            MetricName = row.Optional("metric_name"),
            MetricStart = row.OptionalNumber("metric_start"),
            MetricTarget = row.OptionalNumber("metric_target"),
            MetricUnit = row.Optional("metric_unit"),
        });

    public static IEnumerable<(CsvRow Row, CheckIn Evidence)> CheckIns(Bundle bundle, string tenant) =>
        Rows(bundle, BundleFiles.CheckIns, ["goal_id", "date", "author_id"], row =>
        {
            var date = row.Date("date");
            return new CheckIn
            {
                TenantId = tenant,
                Id = CheckIn.IdOf(row.Text("goal_id"), date),
                GoalId = row.Text("goal_id"),
                Date = date,
                AuthorId = row.Text("author_id"),
                Value = row.OptionalNumber("value"),
                Progress = row.OptionalNumber("progress"),
                Confidence = row.OptionalWord<Confidence>("confidence"),
                Note = row.Optional("note"),
            };
        });

    public static IEnumerable<(CsvRow Row, Feedback Evidence)> Feedback(Bundle bundle, string tenant) =>
        Rows(bundle, BundleFiles.Feedback, ["id", "date", "from_id", "to_id", "visibility", "text"], row => new Feedback
        {
            TenantId = tenant,
            Id = row.Text("id"),
            Date = row.Date("date"),
            FromId = row.Text("from_id"),
            ToId = row.Text("to_id"),
            Visibility = row.Word<FeedbackVisibility>("visibility"),
            GoalId = row.Optional("goal_id"),
            Text = row.Text("text"),
        });

    public static IEnumerable<(CsvRow Row, WorkEvent Evidence)> Work(Bundle bundle, string tenant) =>
        Rows(bundle, BundleFiles.Work, ["id", "date", "person_id", "system", "kind", "title"], row => new WorkEvent
        {
            TenantId = tenant,
            Id = row.Text("id"),
            Date = row.Date("date"),
            PersonId = row.Text("person_id"),
            System = row.Text("system"),
            Kind = row.Text("kind"),
            Title = row.Text("title"),
            Text = row.Optional("text"),
            GoalId = row.Optional("goal_id"),
        });

    public static IEnumerable<(CsvRow Row, Conversation Evidence)> Conversations(Bundle bundle, string tenant) =>
        Rows(bundle, BundleFiles.Conversations, ["id", "date", "manager_id", "report_id", "file"], row => new Conversation
        {
            TenantId = tenant,
            Id = row.Text("id"),
            Date = row.Date("date"),
            Start = row.OptionalTime("start"),
            ManagerId = row.Text("manager_id"),
            ReportId = row.Text("report_id"),
            Format = row.OptionalWord<TranscriptFormat>("format") ?? TranscriptFormat.Auto,
            Transcript = Transcript(bundle, row),
        });

    static string Transcript(Bundle bundle, CsvRow row)
    {
        var name = row.Text("file");
        var file = "conversations/" + name;
        if (!bundle.Has(file))
            return row.Fail("file", name.Length == 0 ? "is required" : "names a transcript that is not in the bundle's folder conversations");
        if (bundle.LengthOf(file) > 4 * Conversation.LongestTranscript)
            return row.Fail("file", "is too long for one talk; send it in parts");
        using var stream = bundle.OpenFile(file);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        try
        {
            return TranscriptText.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        }
        catch (TranscriptException e)
        {
            return row.Fail("file", e.Message);
        }
    }

    static IEnumerable<(CsvRow Row, T Evidence)> Rows<T>(Bundle bundle, string file, string[] required, Func<CsvRow, T> read) =>
        bundle.Has(file) ? CsvFile.Read(bundle, file, required).Select(row => (row, read(row))) : [];
}
