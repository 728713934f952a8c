using InsightEngine.IntegrationTests.Harness;

namespace InsightEngine.IntegrationTests.Processing;

/// <summary>A bundle of a small company: every file good, each to be spoiled by a test.</summary>
static class Bundle
{
    public static readonly IReadOnlyDictionary<string, string> Good = new Dictionary<string, string>
    {
        ["people.csv"] =
            """
            id,name,email,title,department,manager_id,hire_date
            P001,Ada Alder,ada@company.example,Head,Building,,2020-01-01
            P002,Ben Birch,ben@company.example,Builder,Building,P001,2021-01-01
            """,
        ["goals.csv"] =
            """
            id,owner_id,title,description,parent_id,start,due,metric_name,metric_start,metric_target,metric_unit
            G1,P002,Open the gate,The gate opens by itself.,G2,2026-01-01,2026-12-31,gates,0,4.5,gates
            G2,P001,Open everything,,,2026-01-01,2026-12-31,,,,
            """,
        ["check-ins.csv"] =
            """
            goal_id,date,author_id,value,progress,confidence,note
            G1,2026-02-01,P002,2.4,40,at-risk,"The hinge, the ""blue"" one, sticks."
            """,
        ["feedback.csv"] =
            """
            id,date,from_id,to_id,visibility,goal_id,text
            F1,2026-02-02,P001,P002,shared,G1,You oiled the hinge before anybody asked.
            """,
        ["work.csv"] =
            """
            id,date,person_id,system,kind,title,text,goal_id
            W1,2026-02-03,P002,github,merged,Oil for the hinge,Two drops.,G1
            """,
        ["conversations/index.csv"] =
            """
            id,date,start,manager_id,report_id,format,file
            T1,2026-02-04,09:30,P001,P002,txt,T1.txt
            """,
        ["conversations/T1.txt"] = "Ada Alder: How is the gate?\nBen Birch: The hinge sticks, and I wait for oil.\n",
    };

    public static byte[] Whole() => With();

    /// <summary>The good bundle with these files in the place of its own; null leaves one out.</summary>
    public static byte[] With(params (string File, string? Content)[] changes)
    {
        var zip = new Zip();
        var changed = changes.ToDictionary(c => c.File, c => c.Content);
        foreach (var (file, content) in Good)
            if (!changed.ContainsKey(file))
                zip.With(file, content);
        foreach (var (file, content) in changes)
            if (content is not null)
                zip.With(file, content);
        return zip.ToArray();
    }

    /// <summary>One of its files with a line added.</summary>
    public static (string File, string? Content) Added(string file, params string[] lines) => (file, $"{Good[file]}\n{string.Join('\n', lines)}\n");
}
