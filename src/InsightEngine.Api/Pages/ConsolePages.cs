using InsightEngine.Evidence;

namespace InsightEngine.Api.Pages;

static class ConsolePages
{
    public static IResult SignIn(string? problem) =>
        Html.Page(
            "Sign in",
            $"""
            <main class="narrow"><h1>InsightEngine</h1>
            <p class="lead">Briefs before a one-to-one, every sentence with its source.</p>
            {(problem is null ? "" : $"<p class=\"problem\" role=\"alert\">{Html.Text(problem)}</p>")}
            <form method="post" action="/console/sign-in">
              <label for="key">Key</label><input id="key" name="key" type="password" autocomplete="off" required>
              <label for="person">Read as the person (id)</label><input id="person" name="person" required>
              <button>Sign in</button>
            </form></main>
            """, problem is null ? 200 : 401);

    public static IResult People(Person me, IReadOnlyList<Person> reports, Dictionary<string, DateOnly> lastTalks, DateOnly today)
    {
        string Row(Person p) =>
            $"<li><a href=\"/v1/briefs?report={Uri.EscapeDataString(p.Id)}&amp;asOf={today:yyyy-MM-dd}\"><strong>{Html.Text(p.Name)}</strong> <span>{Html.Text(p.Title)}</span></a><span class=\"when\">{(lastTalks.TryGetValue(p.Id, out var last) ? $"last talk {Html.Day(last)}" : "no talk on record")}</span></li>";
        var body = reports.Count == 0 ? "<p class=\"lead\">Nobody reports to you.</p>" : $"<ul class=\"people\">{string.Concat(reports.Select(Row))}</ul>";
        return Html.Page(
            "Your people",
            $"""
            <header class="top"><a href="/">InsightEngine</a><a href="/console/sign-out">{Html.Text(me.Name)} · sign out</a></header>
            <main><p class="kicker">{Html.Day(today)}</p><h1>Your people</h1>{body}</main>
            """);
    }
}
