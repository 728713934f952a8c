using InsightEngine.Data;
using Microsoft.AspNetCore.Diagnostics;

namespace InsightEngine.Api.Http;

/// <summary>Problem details (RFC 9457) whose detail tells the caller what to change.</summary>
static class Problem
{
    public static IResult Of(int status, string kind, string detail) =>
        Results.Problem(detail, statusCode: status, title: kind.Replace('-', ' '), type: TypeOf(kind));

    public static string TypeOf(string kind) => $"urn:insight-engine:problem:{kind}";

    public static IResult Invalid(IEnumerable<FieldError> errors)
    {
        var byField = errors.GroupBy(e => e.Field).ToDictionary(g => g.Key, g => g.Select(e => e.Message).ToArray());
        return Results.ValidationProblem(
            byField, $"Nothing was stored. Change {string.Join(", ", byField.Keys)} and send it again.", statusCode: StatusCodes.Status422UnprocessableEntity,
            title: "invalid evidence", type: TypeOf("invalid-evidence"));
    }

    public static IResult BadQuery(string parameter, string message) =>
        Results.ValidationProblem(
            new Dictionary<string, string[]> { [parameter] = [message] }, $"'{parameter}' {message}.", statusCode: StatusCodes.Status400BadRequest,
            title: "bad query", type: TypeOf("bad-query"));

    /// <summary>A problem for answers that no endpoint gave: an address or a method that does not exist.</summary>
    public static Task ForStatusAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var detail = http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => "There is nothing at this address; see /swagger.",
            StatusCodes.Status405MethodNotAllowed => "This address does not take this method; see /swagger.",
            StatusCodes.Status415UnsupportedMediaType => "This call takes no body of this Content-Type: send a bundle as application/zip, everything else as application/json; see /swagger.",
            _ => "The request was refused.",
        };
        return Of(http.Response.StatusCode, "refused", detail).ExecuteAsync(http);
    }

    public static IResult NotFound(string what) =>
        Of(StatusCodes.Status404NotFound, "not-found", $"There is no {what} of this id that you may see.");
}
