using System.Globalization;
using InsightEngine.Priorities;

namespace InsightEngine.Api.Pages;

/// <summary>Pages of single sources, where the sources of a brief open.</summary>
static class EvidencePages
{
    /// <summary>A talk; the utterance that holds the quote (or the first of those it spans) is marked.</summary>
    public static IResult Conversation(ConversationDetail talk, string? quote, IReadOnlyDictionary<string, string> names)
    {
        var marked = false;
        string Utterance(UtteranceResource u)
        {
            var holds = !marked && quote is { Length: > 0 } && (u.Text.Contains(quote, StringComparison.Ordinal) || quote.StartsWith(u.Text + "\n", StringComparison.Ordinal));
            marked |= holds;
            var text = holds && u.Text.Contains(quote!, StringComparison.Ordinal)
                ? Html.Text(u.Text).Replace(Html.Text(quote), $"<mark id=\"quote\">{Html.Text(quote)}</mark>")
                : holds ? $"<mark id=\"quote\">{Html.Text(u.Text)}</mark>" : Html.Text(u.Text);
            var speaker = u.SpeakerId is null ? u.Speaker ?? "Unknown" : names.GetValueOrDefault(u.SpeakerId, u.SpeakerId);
            return $"<div class=\"turn\" id=\"u{u.Number}\"><dt>{Html.Text(speaker)}</dt><dd>{text}</dd></div>";
        }
        var title = $"{names.GetValueOrDefault(talk.ManagerId)} and {names.GetValueOrDefault(talk.ReportId)}";
        return Page("One-to-one", title, talk.Date, $"<dl class=\"talk\">{string.Concat(talk.Utterances.Select(Utterance))}</dl>");
    }

    public static IResult Goal(AssessedGoal assessed, IReadOnlyDictionary<string, string> names)
    {
        var goal = assessed.Goal;
        string CheckIn(Evidence.CheckIn c) =>
            $"<tr id=\"c{c.Date:yyyy-MM-dd}\"><td>{Html.Day(c.Date)}</td><td>{c.Value?.ToString(CultureInfo.InvariantCulture)}</td><td>{(c.Progress is { } p ? $"{p.ToString(CultureInfo.InvariantCulture)} %" : "")}</td><td>{(c.Confidence is { } f ? Evidence.Words.Word(f) : "")}</td><td>{Html.Text(c.Note)}</td></tr>";
        return Page(
            "Goal", goal.Title, goal.Start,
            $"""
            <p class="lead">{Html.Text(goal.Description)}</p>
            <p>{Html.Text(names.GetValueOrDefault(goal.OwnerId))} · {Html.Day(goal.Start)} to {Html.Day(goal.Due)} · {Evidence.Words.Word(assessed.Health.State)} since {Html.Day(assessed.Health.Since)}</p>
            <table><thead><tr><th>Day</th><th>{Html.Text(goal.MetricName ?? "Value")}</th><th>Progress</th><th>Confidence</th><th>Note</th></tr></thead>
            <tbody>{string.Concat(assessed.CheckIns.Reverse().Select(CheckIn))}</tbody></table>
            """);
    }

    public static IResult Feedback(FeedbackResource feedback, IReadOnlyDictionary<string, string> names) =>
        Page("Feedback", $"{names.GetValueOrDefault(feedback.FromId)} to {names.GetValueOrDefault(feedback.ToId)}", feedback.Date, $"<blockquote>{Html.Text(feedback.Text)}</blockquote>");

    public static IResult Work(WorkResource work, IReadOnlyDictionary<string, string> names) =>
        Page(
            $"{work.System}: {work.Kind.Replace('_', ' ')}", work.Title, work.Date,
            $"<p>{Html.Text(names.GetValueOrDefault(work.PersonId))}</p><blockquote>{Html.Text(work.Text)}</blockquote>");

    static IResult Page(string kicker, string title, DateOnly date, string body) =>
        Html.Page(
            title,
            $"""
            <header class="top"><a href="/">InsightEngine</a></header>
            <main><p class="kicker">{Html.Text(kicker)} · {Html.Day(date)}</p><h1>{Html.Text(title)}</h1>{body}</main>
            """);
}
