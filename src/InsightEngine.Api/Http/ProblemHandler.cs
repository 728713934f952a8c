using System.Text.Json;
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
            BadHttpRequestException bad => Problem.Of(bad.StatusCode, "bad-request", bad.Message),
            JsonException json => Malformed(json),
            NpgsqlException { IsTransient: true } => Unavailable(http),
            { InnerException: NpgsqlException { IsTransient: true } } => Unavailable(http),
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

    static IResult Malformed(JsonException json)
    {
        var field = json.Path is { Length: > 2 } path ? path[2..] : "body";
        var reason = json.Message.Split(" Path:")[0];
        return Results.ValidationProblem(
            new Dictionary<string, string[]> { [field] = [reason] }, "The body is not the JSON that this call takes.",
            statusCode: StatusCodes.Status400BadRequest, title: "bad json", type: Problem.TypeOf("bad-json"));
    }

    static IResult Unavailable(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "5";
        return Problem.Of(StatusCodes.Status503ServiceUnavailable, "unavailable", "The database does not answer; try again in a few seconds.");
    }

    [LoggerMessage(LogLevel.Error, "unhandled {Kind}\n{Trace}")]
    partial void LogFault(string kind, string? trace);
}
