using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace InsightEngine.Api.Http;

/// <summary>The one place where what was not expected becomes an answer. It logs the kind of fault, never what people said.</summary>
sealed partial class ProblemHandler(ILogger<ProblemHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        if (http.RequestAborted.IsCancellationRequested)
            return true;
        var problem = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
                Problem.Of(StatusCodes.Status413PayloadTooLarge, "too-large", "The body is larger than this call takes; send it in parts."),
            BadHttpRequestException { InnerException: JsonException json } => Malformed(json),
            BadHttpRequestException bad => Unbound(bad),
            JsonException json => Malformed(json),
            NpgsqlException { IsTransient: true } => Unavailable(http),
            { InnerException: NpgsqlException { IsTransient: true } } => Unavailable(http),
            PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire } => NulCharacter(),
            { InnerException: PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire } } => NulCharacter(),
            _ => null,
        };
        if (problem is null)
        {
            LogFault(exception.GetType().Name, exception.StackTrace);
            problem = Problem.Of(StatusCodes.Status500InternalServerError, "fault", $"Something failed here, not in your request. Quote the trace {http.TraceIdentifier} when you report it.");
        }
        await problem.ExecuteAsync(http);
        return true;
    }

    static readonly string[] Required = ["is required"];

    /// <summary>The reader's messages name classes of this program; the caller knows fields.</summary>
    static IResult Malformed(JsonException json)
    {
        var path = json.Path is { Length: > 2 } deep ? deep[2..] : "body";
        var message = json.Message.Split(" Path:")[0];
        var errors =
            Missing().Match(message) is { Success: true } missing
                ? Quoted().Matches(missing.Groups[1].Value).ToDictionary(m => m.Groups[1].Value, _ => Required)
            : Unmapped().Match(message) is { Success: true } unmapped ? Error(unmapped.Groups[1].Value, "is no field of this call")
            : message.Contains("null", StringComparison.Ordinal) && message.Contains(" type '", StringComparison.Ordinal) ? Error(Of(message) ?? path, "must not be null")
            : message.Contains("could not be converted", StringComparison.Ordinal) ? Error(path, "is not what this field takes; see /swagger")
            : Error(path, message);
        return Results.ValidationProblem(
            errors, "The body is not the JSON that this call takes.",
            statusCode: StatusCodes.Status400BadRequest, title: "bad json", type: Problem.TypeOf("bad-json"));

        static Dictionary<string, string[]> Error(string field, string reason) => new() { [field] = [reason] };
        static string? Of(string message) => Quoted().Match(message) is { Success: true } m ? JsonNamingPolicy.CamelCase.ConvertName(m.Groups[1].Value) : null;
    }

    /// <summary>A part of the address, the query or the body that is missing or cannot be read.</summary>
    static IResult Unbound(BadHttpRequestException bad)
    {
        if (Parameter().Match(bad.Message) is not { Success: true } match)
            return Problem.Of(bad.StatusCode, "bad-request", bad.Message);
        return bad.Message.Contains("from body", StringComparison.Ordinal)
            ? Malformed(new JsonException("is empty"))
            : Problem.BadQuery(JsonNamingPolicy.CamelCase.ConvertName(match.Groups[1].Value), "is missing or cannot be read; see /swagger");
    }

    static IResult NulCharacter() =>
        Problem.Of(StatusCodes.Status400BadRequest, "nul-character", "The request holds a NUL character, which no text may; take it out.");

    [GeneratedRegex("missing required properties.*?: (.*)", RegexOptions.Singleline)]
    private static partial Regex Missing();

    [GeneratedRegex("property '([^']*)' could not be mapped")]
    private static partial Regex Unmapped();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();

    [GeneratedRegex("parameter \"(?:\\S+ )?(\\w+)\"")]
    private static partial Regex Parameter();

    static IResult Unavailable(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "5";
        return Problem.Of(StatusCodes.Status503ServiceUnavailable, "unavailable", "The database does not answer; try again in a few seconds.");
    }

    [LoggerMessage(LogLevel.Error, "unhandled {Kind}\n{Trace}")]
    partial void LogFault(string kind, string? trace);
}
